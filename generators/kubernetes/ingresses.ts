import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf } from './metadata.ts';
import type { V1Ingress } from './models.ts';

/** Opens an exposed unit to the outside, by the cluster's default Ingress class. */
export function ingress(unit: PlanUnit, plan: Plan): V1Ingress[] {
  const { exposed } = unit.container;
  if (exposed === undefined) return [];
  const backend = { service: { name: unit.name, port: { number: exposed.port } } };
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadataOf(unit, plan),
      spec: {
        rules: [{ host: exposed.host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
      },
    },
  ];
}
