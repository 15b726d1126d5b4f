import { type LintRule, parseDuration } from '#model';

/** Seconds between two runs of `*\/N` minutes, where the schedule is that simple. */
function intervalOf(schedule: string): number | undefined {
  const [, minutes] = /^\*(?:\/(\d+))? \* \* \* \*$/.exec(schedule) ?? [];
  if (minutes !== undefined) return Number(minutes) * 60;
  return schedule.startsWith('* ') ? 60 : undefined;
}

/** Jobs that may still run when they are due again. */
export const longRun: LintRule = {
  id: 'job-longer-than-interval',
  title: 'Job that may outlast its interval',
  severity: 'info',
  explanation:
    'A run that takes longer than the time until the next one either piles up runs that do the same work, or leaves some out, depending on what is allowed. Let it end in time, or run it less often.',
  source:
    'Betsy Beyer et al. (eds.), Site Reliability Engineering (O\'Reilly 2016), chapter 24, "Distributed Periodic Scheduling with Cron"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'job' || component.timeout === undefined || component.schedule === undefined)
        return [];
      const interval = intervalOf(component.schedule);
      const seconds = parseDuration(component.timeout) / 1000;
      if (interval === undefined || seconds <= interval) return [];
      const path = ['components', name, 'timeout'];
      return [
        {
          path,
          message: `"${name}" may run for ${component.timeout}, but is due again after ${interval}s`,
          expected: 'a timeout that ends before the next run',
          fixes: [
            {
              title: `End it after ${interval}s`,
              edits: [{ type: 'set' as const, path, value: `${interval}s` }],
            },
          ],
        },
      ];
    });
  },
};
