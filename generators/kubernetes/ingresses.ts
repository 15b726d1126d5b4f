import type { ClusterPlan, ClusterUnit, Exposure } from './exposure.ts';
import { metadataOf } from './metadata.ts';
import type { V1Ingress } from './models.ts';

/** Opens an exposed unit to the outside, by the cluster's default Ingress class unless another one is named. */
export function ingress(unit: ClusterUnit, plan: ClusterPlan): V1Ingress[] {
  const { exposure } = unit;
  return exposure?.by === 'ingress' ? [ingressObject(unit, plan, exposure)] : [];
}

export function ingressObject(unit: ClusterUnit, plan: ClusterPlan, exposure: Exposure): V1Ingress {
  const { className, host, port, tlsSecret } = exposure;
  const backend = { service: { name: unit.name, port: { number: port } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadataOf(unit, plan),
    spec: {
      ingressClassName: className,
      tls:
        tlsSecret === undefined
          ? undefined
          : [{ hosts: host === undefined ? undefined : [host], secretName: tlsSecret }],
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  };
}
