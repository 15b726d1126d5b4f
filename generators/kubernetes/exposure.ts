import type { ArchDocument } from '#model';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { byText } from '../text/names.ts';

/** GatewayClass where the document names none: unlike an IngressClass, none can be a cluster's default. */
export const DEFAULT_GATEWAY_CLASS = 'nginx';

/** How people outside the cluster reach a unit, if they do. */
export interface Exposure {
  by: 'ingress' | 'gateway-api' | 'none';
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

/** Adds how each unit is exposed, as its gateway says. */
export function clusterPlan(plan: Plan, document: ArchDocument): ClusterPlan {
  const units = plan.units.map((unit) => ({ ...unit, exposure: exposureOf(unit, document) }));
  return { ...plan, units: units.sort((a, b) => byText(a.name, b.name)) };
}

function exposureOf({ components, container }: PlanUnit, document: ArchDocument): Exposure | undefined {
  if (container.exposed === undefined) return undefined;
  const component = document.components[components[0] ?? ''];
  if (component?.kind !== 'gateway') return { by: 'ingress', ...container.exposed };
  return {
    by: component.expose ?? 'ingress',
    ...container.exposed,
    className: component['class-name'],
    tlsSecret: component['tls-secret'],
  };
}
