import type { ClusterPlan, ClusterUnit } from '../kubernetes/exposure.ts';
import type { V1NetworkPolicy } from '../kubernetes/models.ts';
import { networkPolicies } from '../kubernetes/network-policies.ts';
import { block, section, sectionOfList, type TemplateObject } from './marks.ts';
import { include } from './names.ts';

const OPEN = 'if ne $unit.expose.by "none"';

/** Policies of a system, with the unit that each belongs to; none belongs to the system as a whole. */
export function policyTemplates(plan: ClusterPlan): { unit?: ClusterUnit; object: TemplateObject }[] {
  const units = new Map(plan.units.map((unit) => [unit.name, opened(unit)]));
  return networkPolicies({ ...plan, units: [...units.values()] }).map((policy) => {
    const unit = isOfUnit(policy) ? units.get(policy.metadata?.name ?? '') : undefined;
    if (unit === undefined) return { object: forEveryPod(policy, plan) };
    return { unit, object: unit.exposure === undefined ? { ...policy } : closable(policy) };
  });
}

/** Default policies carry no name of a unit in their labels, whatever units are called. */
function isOfUnit({ metadata }: V1NetworkPolicy): boolean {
  return metadata?.labels?.['app.kubernetes.io/name'] !== undefined;
}

/** Exposed in some way, so that its policy has the rule that lets everybody in. */
function opened(unit: ClusterUnit): ClusterUnit {
  return unit.exposure === undefined ? unit : { ...unit, exposure: { ...unit.exposure, by: 'ingress' } };
}

/** Which pods the default policies are for depends on how units are exposed. */
function forEveryPod(policy: V1NetworkPolicy, plan: ClusterPlan): TemplateObject {
  if (!plan.units.some(({ exposure }) => exposure !== undefined)) return { ...policy };
  return {
    ...policy,
    spec: { ...policy.spec, podSelector: block(include(plan, 'everyPod')) },
  };
}

/** The rule that lets everybody in comes last; it goes where the unit is exposed by nothing. */
function closable({ spec, ...policy }: V1NetworkPolicy): TemplateObject {
  const { ingress = [], egress, ...others } = spec ?? {};
  const [open] = ingress.slice(-1);
  const rules =
    ingress.length === 1
      ? section(OPEN, { ingress })
      : { ingress: [...ingress.slice(0, -1), ...sectionOfList(OPEN, open)] };
  return { ...policy, spec: { ...others, ...rules, egress } };
}
