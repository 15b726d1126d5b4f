import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf, selectorOf } from './metadata.ts';
import type { V1StatefulSet } from './models.ts';
import { workloadName } from './names.ts';
import { podTemplate } from './pod.ts';
import { claimsOf } from './storage.ts';

/** Runs what keeps data. */
export function statefulSet(unit: PlanUnit, plan: Plan): V1StatefulSet[] {
  if (!unit.stateful) return [];
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: metadataOf(unit, plan, workloadName(unit)),
      spec: {
        serviceName: unit.name,
        replicas: unit.container.replicas.min,
        selector: { matchLabels: selectorOf(unit.name, plan.system) },
        template: podTemplate(unit, plan),
        volumeClaimTemplates: claimsOf(unit),
      },
    },
  ];
}
