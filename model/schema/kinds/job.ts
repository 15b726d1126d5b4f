import { z } from 'zod';
import { duration } from '../quantity.ts';
import { commonFields, resources } from './common.ts';
import { callSpec, operation, serviceFields } from './service.ts';

/** One field of a cron expression: stars, numbers, ranges, steps and lists of them. */
const CRON_FIELD = String.raw`(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?(?:,(?:\*|\d{1,2}(?:-\d{1,2})?)(?:\/\d{1,2})?)*`;

/** A program that runs by the clock and ends: described by what it does (then it is generated), or existing software. */
export const jobFields = {
  ...commonFields,
  schedule: z
    .string()
    .max(100)
    .regex(new RegExp(`^${CRON_FIELD}(?: ${CRON_FIELD}){4}$`), {
      error: 'minute, hour, day of the month, month and day of the week, such as 30 2 * * *',
    })
    .meta({
      title: 'Schedule',
      description: 'When it runs, as five cron fields: minute, hour, day, month, day of the week.',
      widget: 'text',
      examples: ['30 2 * * *', '*/5 * * * *'],
      section: 'Schedule',
    })
    .optional(),
  'time-zone': z
    .string()
    .max(64)
    .regex(/^[A-Za-z]+(?:[_+-][A-Za-z0-9]+)*(?:\/[A-Za-z0-9]+(?:[_+-][A-Za-z0-9]+)*){0,2}$/, {
      error: 'a time zone such as Europe/Berlin',
    })
    .meta({
      title: 'Time zone',
      description: 'Zone of the schedule, by its IANA name.',
      widget: 'text',
      default: 'Etc/UTC',
      section: 'Schedule',
    })
    .optional(),
  concurrency: z
    .enum(['forbid', 'allow', 'replace'])
    .meta({
      title: 'Concurrency',
      description: 'What happens when it is due and the last run has not ended.',
      widget: 'choice',
      default: 'forbid',
      section: 'Schedule',
    })
    .optional(),
  timeout: duration({
    title: 'Timeout',
    description: 'How long one run may take before it is ended.',
    examples: ['10m'],
    section: 'Schedule',
  }).optional(),
  image: serviceFields.image,
  build: serviceFields.build,
  env: serviceFields.env,
  resources: resources.optional(),
  work: operation.shape.work,
  calls: z
    .array(callSpec)
    .max(100)
    .meta({
      title: 'Calls',
      description: 'What it calls, in order.',
      widget: 'calls',
      section: 'Operations',
    })
    .optional(),
};
