import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf, selectorOf } from './metadata.ts';
import type { V1PodDisruptionBudget } from './models.ts';

/** Keeps drained nodes from taking all replicas at once. With one replica it would only block the drain. */
export function disruptionBudget(unit: PlanUnit, plan: Plan): V1PodDisruptionBudget[] {
  if (unit.container.replicas.min < 2 || unit.container.schedule !== undefined) return [];
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(unit, plan),
      spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(unit.name, plan.system) } },
    },
  ];
}
