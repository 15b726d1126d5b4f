import { autoscaler } from './autoscalers.ts';
import { configMap } from './config-maps.ts';
import { cronJob } from './cron-jobs.ts';
import { deployment } from './deployments.ts';
import { disruptionBudget } from './disruption-budgets.ts';
import type { ClusterPlan, ClusterUnit } from './exposure.ts';
import { gatewayApi } from './gateways.ts';
import { ingress } from './ingresses.ts';
import { namespace } from './namespace.ts';
import { networkPolicies } from './network-policies.ts';
import { serviceAccount } from './service-accounts.ts';
import { services } from './services.ts';
import { statefulSet } from './stateful-sets.ts';

/** What every object of Kubernetes has. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; labels?: Record<string, string> };
}

/** Objects of one kind or purpose, and the file that they stand in. */
export interface Family {
  file: string;
  objects: readonly KubernetesObject[];
}

/** Resource families that every unit may have a part in, by the file that they go to. */
const BY_UNIT: Readonly<Record<string, (unit: ClusterUnit, plan: ClusterPlan) => KubernetesObject[]>> = {
  'service-accounts.yaml': serviceAccount,
  'config-maps.yaml': configMap,
  'services.yaml': services,
  'stateful-sets.yaml': statefulSet,
  'deployments.yaml': deployment,
  'cron-jobs.yaml': cronJob,
  'autoscalers.yaml': autoscaler,
  'disruption-budgets.yaml': disruptionBudget,
  'ingresses.yaml': ingress,
  'gateways.yaml': gatewayApi,
};

/** All objects of a system, in the order in which they are of use; families without objects are left out. */
export function familiesOf(plan: ClusterPlan): Family[] {
  const families = Object.entries(BY_UNIT).map(([file, family]) => ({
    file,
    objects: plan.units.flatMap((unit) => family(unit, plan)),
  }));
  return [
    { file: 'namespace.yaml', objects: [namespace(plan)] },
    ...families,
    { file: 'network-policies.yaml', objects: networkPolicies(plan) },
  ].filter(({ objects }) => objects.length > 0);
}
