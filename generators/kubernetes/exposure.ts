import type { ArchDocument } from '#model';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { byText } from '../text/names.ts';

/** GatewayClass where the document names none: unlike an IngressClass, none can be a cluster's default. */
export const DEFAULT_GATEWAY_CLASS = 'nginx';

/** How people outside the cluster reach a unit. */
export interface Exposure {
  by: 'ingress' | 'gateway-api';
  port: number;
  /** Name that they ask for; any where it is absent. */
  host?: string;
  /** IngressClass or GatewayClass. */
  className?: string;
  /** Secret with the certificate; plain HTTP where it is absent. */
  tlsSecret?: string;
}

export interface ClusterUnit extends PlanUnit {
  exposure?: Exposure;
}

/** A plan with what only a cluster has to know. */
export interface ClusterPlan extends Plan {
  /** Sorted by name. */
  units: readonly ClusterUnit[];
}

/** Adds how each unit is exposed, as its gateway says; one that is not, nobody outside may reach. */
export function clusterPlan(plan: Plan, document: ArchDocument): ClusterPlan {
  const units = plan.units.map((unit) => clusterUnit(unit, document));
  return { ...plan, units: units.sort((a, b) => byText(a.name, b.name)) };
}

function clusterUnit(unit: PlanUnit, document: ArchDocument): ClusterUnit {
  const { exposed } = unit.container;
  if (exposed === undefined) return unit;
  const component = document.components[unit.components[0] ?? ''];
  if (component?.kind !== 'gateway') return { ...unit, exposure: { by: 'ingress', ...exposed } };
  const by = component.expose ?? 'ingress';
  if (by === 'none') return { ...unit, container: { ...unit.container, exposed: undefined } };
  const className = component['class-name'];
  return { ...unit, exposure: { by, ...exposed, className, tlsSecret: component['tls-secret'] } };
}
