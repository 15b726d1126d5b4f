import { configurationFiles, unmountedFiles } from '../files.ts';
import type { PlanUnit } from '../plan/plan.ts';
import type { Target } from '../target.ts';

export const monitoring: Target = {
  id: 'monitoring',
  title: 'Monitoring',
  description:
    'What is scraped, recorded, alerted and shown: configuration, rules with their tests, dashboards, log pipelines.',
  emit: ({ plan }) => [...configurationFiles(plan, watches), ...unmountedFiles(plan, watches)],
};

function watches({ kind }: PlanUnit): boolean {
  return kind === 'monitoring';
}
