import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError } from './config.ts';
import { messageOf } from './errors.ts';
import { startTracing } from './tracing/index.ts';
import type { Unit } from './unit.ts';

/** Longest that a stop may take before the process ends regardless. */
const STOP_TIMEOUT_MS = 20_000;
/** Longest that the last spans may take to leave. */
const TRACING_TIMEOUT_MS = 3_000;

/** What else is to happen in the life of a unit. */
export interface RunHooks {
  /** Called when it can serve. @returns the exit code where the process has done what it was there for */
  ready?(): Promise<number | undefined>;
  /** Called when the process is asked to stop. */
  stopping?(): void;
}

/**
 * Runs a unit until the process is asked to stop (SIGTERM, SIGINT).
 *
 * @param build puts the unit together; what it throws ends the process with a message
 */
export async function run(build: () => Unit, hooks: RunHooks = {}): Promise<void> {
  let unit: Unit;
  try {
    unit = build();
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : messageOf(error)}\n`);
    process.exitCode = 1;
    return;
  }
  const stopTracing = await startTracing(unit.name, process.env, unit.log);
  const end = (code: number) => {
    hooks.stopping?.();
    return stop(unit, stopTracing, code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(0));
  // State is unknown after an error that nothing caught: stop in order and let the platform start anew.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.once(event, (error) => {
      unit.log.fatal({ err: error }, event);
      void end(1);
    });
  }
  try {
    await unit.start();
    const code = await hooks.ready?.();
    if (code !== undefined) await end(code);
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return;
    unit.log.fatal({ err: error }, 'cannot start');
    await end(1);
  }
}

async function stop(unit: Unit, stopTracing: () => Promise<void>, code: number): Promise<void> {
  process.exitCode = code;
  setTimeout(() => process.exit(code || 1), STOP_TIMEOUT_MS).unref();
  await unit.stop();
  // Last, as stopping is traced too; a collector that is away must not keep the process.
  await Promise.race([stopTracing(), sleep(TRACING_TIMEOUT_MS, undefined, { ref: false })]);
  // A connection that refuses to close must not keep the process.
  process.exit(code);
}
