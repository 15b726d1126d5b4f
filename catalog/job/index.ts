import type { JobComponent } from '#model';
import type { CatalogEntry } from '../entry.ts';
import { icon } from './icon.ts';
import { longRun } from './rules.ts';
import { DEFAULT_SCHEDULE } from './schedule.ts';

/** A program that runs by the clock and ends. */
export const job: CatalogEntry<JobComponent> = {
  kind: 'job',
  title: 'Job',
  summary: 'A program that runs by the clock and ends: nightly reports, clean-ups, imports.',
  keywords: ['cron', 'schedule', 'batch', 'nightly', 'timer', 'task'],
  icon,
  fields: {},
  initial: { schedule: DEFAULT_SCHEDULE },
  baseName: 'job',
  accepts: [],
  speaks: 'any',
  rules: [longRun],
  subtitle: ({ image, build, schedule = DEFAULT_SCHEDULE }) =>
    [image ?? (build === undefined ? undefined : `built from ${build}`), schedule]
      .filter(Boolean)
      .join(' · '),
};
