import { z } from 'zod';
import { byteSize, cpu, dnsLabel, percentage, text } from '../quantity.ts';

/** Fields that a component of any kind may have. */
export const commonFields = {
  description: text({
    title: 'Description',
    description: 'What it is for, in a sentence.',
    widget: 'multiline',
    section: 'General',
  }).optional(),
  context: dnsLabel()
    .meta({
      title: 'Context',
      description: 'Bounded context it belongs to: one team, one model, one group on the canvas.',
      widget: 'context',
      section: 'General',
    })
    .optional(),
};

/** CPU and memory that a component asks for and may use at most (Kubernetes requests and limits). */
export const resources = z
  .strictObject({
    cpu: cpu({
      title: 'CPU',
      description: 'Cores reserved for each replica.',
      examples: ['250m'],
    }).optional(),
    memory: byteSize({
      title: 'Memory',
      description: 'Memory of each replica.',
      examples: ['256Mi'],
    }).optional(),
  })
  .meta({ title: 'Resources', description: 'What each replica needs.', section: 'Scale' });

/** How many replicas run, and the CPU utilisation at which the autoscaler adds one (HorizontalPodAutoscaler v2). */
export const scale = z
  .strictObject({
    min: z
      .int()
      .min(1)
      .max(1000)
      .meta({ title: 'Minimum', description: 'Replicas that always run.', widget: 'integer', default: 1 })
      .optional(),
    max: z
      .int()
      .min(1)
      .max(1000)
      .meta({ title: 'Maximum', description: 'Replicas at the highest load.', widget: 'integer' })
      .optional(),
    'cpu-target': percentage({
      title: 'CPU target',
      description: 'Mean CPU use at which another replica is added.',
      examples: ['70%'],
      default: '70%',
    }).optional(),
  })
  .refine((value) => value.min === undefined || value.max === undefined || value.min <= value.max, {
    error: 'no more than the maximum',
    path: ['min'],
  })
  .meta({ title: 'Scale', description: 'Replicas and autoscaling.', section: 'Scale' });

/** Version of an engine: becomes the tag of a container image. */
export const version = (meta: { description: string; default: string }) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().regex(/^[0-9]+(\.[0-9]+){0,2}$/, { error: 'a version such as 17 or 17.2' }))
    .meta({ title: 'Version', widget: 'text', section: 'Engine', ...meta });
