import { type JobComponent, parseDuration } from '#model';
import type { Schedule } from '../container.ts';

export const DEFAULT_SCHEDULE = '0 3 * * *';
const DEFAULT_TIME_ZONE = 'Etc/UTC';
const DEFAULT_TIMEOUT_S = 3_600;

/** When a job runs, with what the document leaves out filled in. */
export function scheduleOf(component: JobComponent): Schedule {
  const { timeout } = component;
  return {
    cron: component.schedule ?? DEFAULT_SCHEDULE,
    timeZone: component['time-zone'] ?? DEFAULT_TIME_ZONE,
    concurrency: component.concurrency ?? 'forbid',
    timeoutSeconds:
      timeout === undefined ? DEFAULT_TIMEOUT_S : Math.max(1, Math.ceil(parseDuration(timeout) / 1000)),
  };
}
