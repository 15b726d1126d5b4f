import { configurationFiles } from '../files.ts';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import type { GeneratedFile, Target } from '../target.ts';

export const monitoring: Target = {
  id: 'monitoring',
  title: 'Monitoring',
  description:
    'What is scraped, recorded, alerted and shown: configuration, rules with their tests, dashboards, log pipelines.',
  emit: ({ plan }) => [...configurationFiles(plan, watches), ...unmountedFiles(plan)],
};

function watches({ kind }: PlanUnit): boolean {
  return kind === 'monitoring';
}

/** What belongs to the configuration and is read by people and pipelines only. */
function unmountedFiles(plan: Plan): GeneratedFile[] {
  return plan.units
    .filter(watches)
    .flatMap(({ container: { unmounted = [] } }) =>
      unmounted.map((file) => ({ ...file, owner: 'tool' as const })),
    );
}
