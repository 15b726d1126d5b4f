import type { Plan, PlanUnit } from '../plan/plan.ts';
import { isAutoscaled } from './autoscalers.ts';
import { metadataOf, selectorOf } from './metadata.ts';
import type { V1Deployment } from './models.ts';
import { workloadName } from './names.ts';
import { podTemplate } from './pod.ts';

/** Runs what answers and keeps no data. */
export function deployment(unit: PlanUnit, plan: Plan): V1Deployment[] {
  if (unit.stateful || unit.container.schedule !== undefined) return [];
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadataOf(unit, plan, workloadName(unit)),
      spec: {
        // Where it scales by itself, a number here would undo that with every roll-out.
        replicas: isAutoscaled(unit) ? undefined : unit.container.replicas.min,
        revisionHistoryLimit: 5,
        selector: { matchLabels: selectorOf(unit.name, plan.system) },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
        template: podTemplate(unit, plan),
      },
    },
  ];
}
