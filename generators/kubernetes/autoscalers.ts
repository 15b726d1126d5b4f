import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf } from './metadata.ts';
import type { V2HorizontalPodAutoscaler } from './models.ts';
import { workloadName } from './names.ts';

/** Whether the number of a unit's replicas follows the load. */
export function isAutoscaled({ stateful, container: { replicas, schedule } }: PlanUnit): boolean {
  return !stateful && schedule === undefined && replicas.max > replicas.min;
}

/** Adds replicas when the CPU that they reserve is used up. */
export function autoscaler(unit: PlanUnit, plan: Plan): V2HorizontalPodAutoscaler[] {
  if (!isAutoscaled(unit)) return [];
  const { min, max, cpuTarget } = unit.container.replicas;
  const target = { type: 'Utilization', averageUtilization: Math.max(1, Math.round(cpuTarget * 100)) };
  return [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: metadataOf(unit, plan),
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: workloadName(unit) },
        minReplicas: min,
        maxReplicas: max,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      },
    },
  ];
}
