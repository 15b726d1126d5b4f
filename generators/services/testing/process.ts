import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 30_000;
const LOOK_MS = 50;

/** A generated unit that runs as a program of its own, as in its container. */
export class UnitProcess {
  readonly #process: ChildProcess;
  readonly #port: number;
  #output = '';

  /**
   * Starts it; `ready` tells when it can serve.
   *
   * @param folder folder of the generated tree
   * @param unit name of the unit
   * @param environment beside `PORT` and what every program has
   */
  constructor(folder: string, unit: string, port: number, environment: Readonly<Record<string, string>>) {
    const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env;
    this.#port = port;
    this.#process = spawn(process.execPath, [`apps/${unit}/src/main.ts`], {
      cwd: join(folder, 'services'),
      env: { ...inherited, ...environment, PORT: String(port), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk) => {
        this.#output += String(chunk);
      });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** What it has written. */
  get output(): string {
    return this.#output;
  }

  /** @throws Error with what it has written, where it ends or does not become ready */
  async ready(): Promise<this> {
    const deadline = Date.now() + START_MS;
    for (;;) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return this;
      if (Date.now() > deadline || this.#process.exitCode !== null)
        throw new Error(`The unit does not start:\n${this.#output}`);
      await pause(LOOK_MS);
    }
  }

  /** @returns its exit code, `null` after a kill */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.#process.exitCode;
    const ended = once(this.#process, 'exit');
    this.#process.kill(signal);
    await ended;
    return this.#process.exitCode;
  }
}
