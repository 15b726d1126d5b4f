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

/** Files that belong to the plan's containers and that no container mounts: what an image is built from, tests. */
export function unmountedFiles(plan: Plan, wanted: (unit: PlanUnit) => boolean): GeneratedFile[] {
  return plan.units
    .filter(wanted)
    .flatMap(({ container: { unmounted = [] } }) =>
      unmounted.map((file) => ({ ...file, owner: 'tool' as const })),
    );
}
