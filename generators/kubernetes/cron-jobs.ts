import type { Schedule } from '#catalog';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf } from './metadata.ts';
import type { V1CronJob } from './models.ts';
import { workloadName } from './names.ts';
import { podTemplate } from './pod.ts';

const CONCURRENCY: Readonly<Record<Schedule['concurrency'], string>> = {
  forbid: 'Forbid',
  allow: 'Allow',
  replace: 'Replace',
};
/** A run that is due while the controller is away is made up for within this many seconds, else left out. */
const STARTING_DEADLINE = 300;
/** How often a run that fails is tried again. */
const BACKOFF_LIMIT = 2;

/** Runs what goes by the clock and ends. */
export function cronJob(unit: PlanUnit, plan: Plan): V1CronJob[] {
  const { schedule } = unit.container;
  if (schedule === undefined) return [];
  const { metadata, spec } = podTemplate(unit, plan);
  return [
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: metadataOf(unit, plan, workloadName(unit)),
      spec: {
        schedule: schedule.cron,
        timeZone: schedule.timeZone,
        concurrencyPolicy: CONCURRENCY[schedule.concurrency],
        startingDeadlineSeconds: STARTING_DEADLINE,
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
        jobTemplate: {
          spec: {
            backoffLimit: BACKOFF_LIMIT,
            activeDeadlineSeconds: schedule.timeoutSeconds,
            template: { metadata, spec: spec && { ...spec, restartPolicy: 'Never' } },
          },
        },
      },
    },
  ];
}
