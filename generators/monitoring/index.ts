import { configurationFiles } from '../files.ts';
import type { Target } from '../target.ts';

export const monitoring: Target = {
  id: 'monitoring',
  title: 'Monitoring',
  description: 'What Prometheus scrapes, the rules it records and the alerts it raises.',
  emit: ({ plan }) => configurationFiles(plan, ({ kind }) => kind === 'monitoring'),
};
