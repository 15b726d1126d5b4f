import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf } from './metadata.ts';
import type { V1ServiceAccount } from './models.ts';

/** An identity for each unit, without a token: nothing of the system talks to the Kubernetes API. */
export function serviceAccount(unit: PlanUnit, plan: Plan): V1ServiceAccount[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadataOf(unit, plan),
      automountServiceAccountToken: false,
    },
  ];
}
