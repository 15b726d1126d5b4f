import { Cron } from 'croner';
import { ConfigError, createContext, messageOf, run, runInContext, type Unit } from '#runtime';

/** A unit and the one thing that it does. */
export interface Job {
  readonly unit: Unit;
  /** Does it once. */
  readonly work: () => Promise<unknown>;
}

interface Settings {
  /** Milliseconds that one run may take. */
  readonly timeoutMs: number;
  /** Absent where the platform keeps the schedule: then the program runs once and ends. */
  readonly schedule?: { readonly cron: string; readonly timeZone: string; readonly overlap: boolean };
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Runs a job: once, ending with 0 or 1 as it went; or, where the environment holds a `SCHEDULE`, every time it is due
 * until the process is asked to stop.
 *
 * @param build puts the unit together; what it throws ends the process with a message
 */
export async function runJob(build: () => Job): Promise<void> {
  let job: Job | undefined;
  let settings: Settings | undefined;
  const unit = () => {
    settings = settingsFrom(process.env);
    job = build();
    return job.unit;
  };
  const runs = new AbortController();
  await run(unit, {
    ready: async () => {
      if (job === undefined || settings === undefined) return undefined;
      if (settings.schedule === undefined) return (await oneRun(job, settings.timeoutMs)) ? 0 : 1;
      keepSchedule(job, settings.timeoutMs, settings.schedule, runs.signal);
      return undefined;
    },
    stopping: () => runs.abort(),
  });
}

function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const timeoutMs = Number(env.JOB_TIMEOUT_MS ?? 3_600_000);
  if (!(timeoutMs > 0)) throw new ConfigError(['JOB_TIMEOUT_MS: expected a number of milliseconds above 0']);
  const { SCHEDULE: cron, SCHEDULE_TIME_ZONE: timeZone = 'Etc/UTC', SCHEDULE_CONCURRENCY } = env;
  const schedule = { overlap: SCHEDULE_CONCURRENCY === 'allow', timeZone };
  return {
    timeoutMs: Math.min(timeoutMs, LONGEST_TIMEOUT_MS),
    ...(cron === undefined || cron === '' ? {} : { schedule: { cron, ...schedule } }),
  };
}

function keepSchedule(
  job: Job,
  timeoutMs: number,
  { cron, timeZone, overlap }: NonNullable<Settings['schedule']>,
  stopped: AbortSignal,
): void {
  const clock = new Cron(cron, { timezone: timeZone, protect: !overlap }, async () => {
    await oneRun(job, timeoutMs);
  });
  stopped.addEventListener('abort', () => clock.stop());
  job.unit.log.info({ next: clock.nextRun()?.toISOString() }, 'waiting for the schedule');
}

/** @returns whether it went well; why not is in the log */
async function oneRun({ unit, work }: Job, timeoutMs: number): Promise<boolean> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([runInContext(createContext({}, unit.name), work), late]);
    unit.log.info({ durationMs: Math.round(performance.now() - started) }, 'job done');
    return true;
  } catch (error) {
    unit.log.error({ err: error, reason: messageOf(error) }, 'job failed');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
