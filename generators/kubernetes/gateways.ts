import { type ClusterPlan, type ClusterUnit, DEFAULT_GATEWAY_CLASS, type Exposure } from './exposure.ts';
import { metadataOf } from './metadata.ts';
import type { GatewayV1, HttpRouteV1, ListenerV1 } from './models.ts';

const API_VERSION = 'gateway.networking.k8s.io/v1';
/** Plain HTTP and HTTPS, as the listeners and those who refer to them call them. */
const HTTP = 'http';
const HTTPS = 'https';

/** Opens an exposed unit to the outside by the Gateway API: where to listen, and what goes where. */
export function gatewayApi(unit: ClusterUnit, plan: ClusterPlan): (GatewayV1 | HttpRouteV1)[] {
  const { exposure } = unit;
  if (exposure?.by !== 'gateway-api') return [];
  return gatewayApiObjects(unit, plan, exposure);
}

/** https://gateway-api.sigs.k8s.io/reference/spec/ */
export function gatewayApiObjects(
  unit: ClusterUnit,
  plan: ClusterPlan,
  exposure: Exposure,
): (GatewayV1 | HttpRouteV1)[] {
  const secure = exposure.tlsSecret !== undefined;
  return [
    gateway(unit, plan, exposure),
    serving(unit, plan, exposure, secure ? HTTPS : HTTP),
    ...(secure ? [redirecting(unit, plan, exposure)] : []),
  ];
}

function gateway(unit: ClusterUnit, plan: ClusterPlan, exposure: Exposure): GatewayV1 {
  const { className, tlsSecret } = exposure;
  const certificate = (name: string) => ({
    mode: 'Terminate' as const,
    certificateRefs: [{ kind: 'Secret', name }],
  });
  return {
    apiVersion: API_VERSION,
    kind: 'Gateway',
    metadata: metadataOf(unit, plan),
    spec: {
      gatewayClassName: className ?? DEFAULT_GATEWAY_CLASS,
      listeners: [
        { ...listener(HTTP, exposure), port: 80, protocol: 'HTTP' },
        ...(tlsSecret === undefined
          ? []
          : [
              {
                ...listener(HTTPS, exposure),
                port: 443,
                protocol: 'HTTPS' as const,
                tls: certificate(tlsSecret),
              },
            ]),
      ],
    },
  };
}

function listener(name: string, { host }: Exposure): Omit<ListenerV1, 'port' | 'protocol'> {
  return { name, hostname: host, allowedRoutes: { namespaces: { from: 'Same' } } };
}

function serving(unit: ClusterUnit, plan: ClusterPlan, { host, port }: Exposure, at: string): HttpRouteV1 {
  return {
    apiVersion: API_VERSION,
    kind: 'HTTPRoute',
    metadata: metadataOf(unit, plan),
    spec: {
      parentRefs: [{ name: unit.name, sectionName: at }],
      hostnames: host === undefined ? undefined : [host],
      rules: [
        { matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: unit.name, port }] },
      ],
    },
  };
}

/** Sends those who come by plain HTTP to HTTPS. No unit has a name with a dot, so the name is free. */
function redirecting(unit: ClusterUnit, plan: ClusterPlan, { host }: Exposure): HttpRouteV1 {
  return {
    apiVersion: API_VERSION,
    kind: 'HTTPRoute',
    metadata: metadataOf(unit, plan, `${unit.name}.redirect`),
    spec: {
      parentRefs: [{ name: unit.name, sectionName: HTTP }],
      hostnames: host === undefined ? undefined : [host],
      rules: [
        {
          filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }],
        },
      ],
    },
  };
}
