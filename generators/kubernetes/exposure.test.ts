import { Gateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf, objectsIn } from '../testing/documents.ts';
import type { GatewayV1, HttpRouteV1, V1Ingress, V1NetworkPolicy } from './models.ts';

const BASE = 'kubernetes/base/';

/** What stands in the files of a shop whose gateway has these fields. */
function shopExposed(fields: string) {
  const files = filesOf(
    documentFrom(`
archwright: 1
name: shop
components:
  edge: { kind: gateway, routes: { /: orders }, ${fields} }
  orders: { kind: service }
`),
    ['kubernetes'],
  );
  const objects = <T>(family: string) => objectsIn<T>(files.get(`${BASE}${family}.yaml`)?.content ?? '');
  return {
    ingresses: objects<V1Ingress>('ingresses'),
    gateways: objects<GatewayV1 | HttpRouteV1>('gateways'),
    policies: new Map(
      objects<V1NetworkPolicy>('network-policies').map((policy) => [policy.metadata?.name, policy.spec]),
    ),
  };
}

/** Against the schemas that the Gateway API's maintainers publish. */
function validate(objects: readonly (GatewayV1 | HttpRouteV1)[]): void {
  for (const object of objects)
    (object.kind === 'Gateway' ? new Gateway(object) : new HTTPRoute(object)).validate();
}

describe('a gateway in a cluster', () => {
  it('is behind an Ingress unless it says otherwise', () => {
    const { ingresses, gateways } = shopExposed('host: shop.example.com');
    expect(ingresses.map(({ spec }) => spec)).toEqual([
      {
        rules: [
          {
            host: 'shop.example.com',
            http: {
              paths: [
                {
                  path: '/',
                  pathType: 'Prefix',
                  backend: { service: { name: 'edge', port: { number: 8080 } } },
                },
              ],
            },
          },
        ],
      },
    ]);
    expect(gateways).toEqual([]);
  });

  it('has an Ingress of the named class, with the certificate of the named Secret', () => {
    const { ingresses } = shopExposed('host: shop.example.com, class-name: internal, tls-secret: shop-tls');
    expect(ingresses[0]?.spec).toMatchObject({
      ingressClassName: 'internal',
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    });
  });

  it('is behind a Gateway and an HTTPRoute where it asks for the Gateway API', () => {
    const { ingresses, gateways } = shopExposed('host: shop.example.com, expose: gateway-api');
    expect(ingresses).toEqual([]);
    expect(gateways.map(({ kind, metadata }) => `${kind}/${metadata?.name}`)).toEqual([
      'Gateway/edge',
      'HTTPRoute/edge',
    ]);
    expect(gateways[0]?.spec).toEqual({
      gatewayClassName: 'nginx',
      listeners: [
        {
          name: 'http',
          hostname: 'shop.example.com',
          allowedRoutes: { namespaces: { from: 'Same' } },
          port: 80,
          protocol: 'HTTP',
        },
      ],
    });
    expect(gateways[1]?.spec).toEqual({
      parentRefs: [{ name: 'edge', sectionName: 'http' }],
      hostnames: ['shop.example.com'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: 'edge', port: 8080 }],
        },
      ],
    });
    validate(gateways);
  });

  it('serves HTTPS by the Gateway API, and sends plain HTTP there', () => {
    const { gateways } = shopExposed('expose: gateway-api, class-name: istio, tls-secret: shop-tls');
    const [gateway, route, redirect] = gateways;
    expect(gateway?.spec).toMatchObject({
      gatewayClassName: 'istio',
      listeners: [
        { port: 80, protocol: 'HTTP' },
        {
          port: 443,
          protocol: 'HTTPS',
          tls: { mode: 'Terminate', certificateRefs: [{ kind: 'Secret', name: 'shop-tls' }] },
        },
      ],
    });
    expect(route?.spec).toMatchObject({ parentRefs: [{ name: 'edge', sectionName: 'https' }] });
    expect(redirect).toMatchObject({
      metadata: { name: 'edge.redirect' },
      spec: {
        parentRefs: [{ name: 'edge', sectionName: 'http' }],
        rules: [
          { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] },
        ],
      },
    });
    validate(gateways);
  });

  it('leaves the proxies alone that a Gateway runs in its namespace', () => {
    const others = {
      matchExpressions: [{ key: 'gateway.networking.k8s.io/gateway-name', operator: 'DoesNotExist' }],
    };
    for (const name of ['default-deny-all', 'default-allow-dns']) {
      expect(shopExposed('expose: gateway-api').policies.get(name)?.podSelector).toEqual(others);
      expect(shopExposed('').policies.get(name)?.podSelector).toEqual({});
    }
  });

  it('is closed to the outside where it is exposed by nothing', () => {
    const { ingresses, gateways, policies } = shopExposed('expose: none');
    expect([...ingresses, ...gateways]).toEqual([]);
    expect(policies.get('edge')?.ingress).toBeUndefined();
    expect(shopExposed('').policies.get('edge')?.ingress).toEqual([
      { ports: [{ protocol: 'TCP', port: 8080 }] },
    ]);
  });
});
