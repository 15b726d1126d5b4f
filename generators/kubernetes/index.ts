import { toYaml } from '#catalog';
import { ignoreFile } from '../docs/housekeeping.ts';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { secretsFile } from '../secrets.ts';
import type { GeneratedFile, Target } from '../target.ts';
import { byText } from '../text/names.ts';
import { autoscaler } from './autoscalers.ts';
import { configMap } from './config-maps.ts';
import { deployment } from './deployments.ts';
import { disruptionBudget } from './disruption-budgets.ts';
import { ingress } from './ingresses.ts';
import { kustomization } from './kustomization.ts';
import { namespace } from './namespace.ts';
import { networkPolicies } from './network-policies.ts';
import { serviceAccount } from './service-accounts.ts';
import { services } from './services.ts';
import { statefulSet } from './stateful-sets.ts';

const BASE = 'kubernetes/base';

/** Resource families that every unit may have a part in, by the file that they go to. */
const FAMILIES: Readonly<Record<string, (unit: PlanUnit, plan: Plan) => object[]>> = {
  'service-accounts.yaml': serviceAccount,
  'config-maps.yaml': configMap,
  'services.yaml': services,
  'stateful-sets.yaml': statefulSet,
  'deployments.yaml': deployment,
  'autoscalers.yaml': autoscaler,
  'disruption-budgets.yaml': disruptionBudget,
  'ingresses.yaml': ingress,
};

export const kubernetes: Target = {
  id: 'kubernetes',
  title: 'Kubernetes',
  description: 'Manifests with a Kustomize base: workloads, services, policies, autoscaling.',
  emit: ({ plan }): GeneratedFile[] => {
    const sorted = { ...plan, units: plan.units.toSorted((a, b) => byText(a.name, b.name)) };
    const resources = resourceFiles(sorted);
    const base = toYaml(
      kustomization(
        sorted,
        resources.map(({ name }) => name),
      ),
    );
    return [
      ...resources.map(({ name, objects }) => ({
        path: `${BASE}/${name}`,
        content: objects.map((object) => toYaml(object)).join('---\n'),
        owner: 'tool' as const,
      })),
      { path: `${BASE}/kustomization.yaml`, content: base, owner: 'tool' },
      ...secretsFile(plan),
      ignoreFile(),
    ];
  },
};

/** One file for each family that has objects. */
function resourceFiles(plan: Plan): { name: string; objects: object[] }[] {
  const families = Object.entries(FAMILIES).map(([name, family]) => ({
    name,
    objects: plan.units.flatMap((unit) => family(unit, plan)),
  }));
  return [
    { name: 'namespace.yaml', objects: [namespace(plan)] },
    ...families,
    { name: 'network-policies.yaml', objects: networkPolicies(plan) },
  ].filter(({ objects }) => objects.length > 0);
}
