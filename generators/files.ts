import type { Plan, PlanUnit } from './plan/plan.ts';
import type { GeneratedFile } from './target.ts';

/** Configuration files that the plan's containers mount. */
export function configurationFiles(
  plan: Plan,
  wanted: (unit: PlanUnit) => boolean = () => true,
): GeneratedFile[] {
  return plan.units
    .filter(wanted)
    .flatMap(({ container }) =>
      container.files.map(({ path, content }) => ({ path, content, owner: 'tool' as const })),
    );
}
