import { configurationFiles } from '../files.ts';
import type { Target } from '../target.ts';

export const gateways: Target = {
  id: 'gateways',
  title: 'Gateways',
  description: 'Configuration of the gateways: routes, limits, logs.',
  emit: ({ plan }) => configurationFiles(plan, ({ kind }) => kind === 'gateway'),
};
