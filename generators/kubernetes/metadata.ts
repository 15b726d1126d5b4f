import type { Plan, PlanUnit } from '../plan/plan.ts';

/** The part of an object's metadata that is set here. */
export interface Metadata {
  name: string;
  labels: Record<string, string>;
}

/** Labels that pick a unit's pods out: never changed, since selectors of a Deployment cannot be. */
export function selectorOf(unit: string, system: string): Record<string, string> {
  return { 'app.kubernetes.io/name': unit, 'app.kubernetes.io/instance': system };
}

/** Recommended labels, https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/ */
export function labelsOf(unit: PlanUnit, { system }: Plan): Record<string, string> {
  return {
    ...selectorOf(unit.name, system),
    'app.kubernetes.io/component': unit.kind,
    'app.kubernetes.io/part-of': system,
    'app.kubernetes.io/managed-by': 'archwright',
  };
}

/** Metadata of an object that belongs to one unit, by default called as it is. */
export function metadataOf(unit: PlanUnit, plan: Plan, name: string = unit.name): Metadata {
  return { name, labels: labelsOf(unit, plan) };
}

/** Metadata of an object that belongs to the system as a whole. */
export function systemMetadata(name: string, { system }: Plan): Metadata {
  return {
    name,
    labels: { 'app.kubernetes.io/part-of': system, 'app.kubernetes.io/managed-by': 'archwright' },
  };
}
