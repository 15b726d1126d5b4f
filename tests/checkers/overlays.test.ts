import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
import { HTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import type {
  GatewayV1,
  HttpRouteV1,
  V1Deployment,
  V1Ingress,
  V1Namespace,
  V1PodDisruptionBudget,
  V1StatefulSet,
} from '../../generators/kubernetes/models.ts';
import { anyDocument } from '../../generators/testing/arbitrary.ts';
import { documentFrom } from '../../generators/testing/documents.ts';
import { writeCluster } from './cluster-objects.ts';
import { installed, run } from './programs.ts';

const hasKubectl = installed('kubectl', 'version', '--client');

const SYSTEM = `
archwright: 1
name: shop
components:
  edge: { kind: gateway, routes: { /: orders }, expose: gateway-api, host: shop.example.com, tls-secret: shop-tls }
  admin: { kind: gateway, routes: { /: orders }, host: admin.example.com, tls-secret: shop-tls, scale: { min: 3 } }
  orders: { kind: service, scale: { min: 2, max: 6 } }
  payments: { kind: service }
  legacy: { kind: service, image: ghcr.io/acme/legacy:1.4 }
  db: { kind: database }
`;

type Rendered =
  | V1Deployment
  | V1StatefulSet
  | V1Ingress
  | V1Namespace
  | V1PodDisruptionBudget
  | GatewayV1
  | HttpRouteV1;

/** What Kustomize makes of a part of the tree. */
function build(folder: string, part: string) {
  const { status, output } = run('kubectl', ['kustomize', `kubernetes/${part}`], folder);
  expect(status, output).toBe(0);
  const objects = loadAll(output) as Rendered[];
  return {
    objects,
    named: <T extends Rendered>(kind: string) =>
      new Map(objects.filter((one): one is T => one.kind === kind).map((one) => [one.metadata?.name, one])),
  };
}

describe.skipIf(!hasKubectl)('overlays', () => {
  const { folder, remove } = written(documentFrom(SYSTEM));
  afterAll(remove);

  it('make a small system with a door of plain HTTP for development', () => {
    const { objects, named } = build(folder, 'overlays/dev');
    const kinds = objects.map(({ kind }) => kind);
    expect(kinds).not.toContain('HorizontalPodAutoscaler');
    expect(kinds).not.toContain('PodDisruptionBudget');
    expect([...named<V1Namespace>('Namespace').keys()]).toEqual(['shop-dev']);
    for (const [, { spec }] of named<V1Deployment>('Deployment')) {
      expect(spec?.replicas).toBe(1);
      expect(spec?.template.spec?.containers[0]?.resources?.requests).toEqual({ cpu: '10m', memory: '64Mi' });
    }
    const ingress = named<V1Ingress>('Ingress').get('admin');
    expect(ingress?.spec?.tls).toBeUndefined();
    expect(ingress?.spec?.rules?.[0]).not.toHaveProperty('host');
    expect(named<GatewayV1>('Gateway').get('edge')?.spec.listeners).toHaveLength(1);
    expect([...named<HttpRouteV1>('HTTPRoute').keys()]).toEqual(['edge']);
  });

  it('fix tags and add replicas for production, where nobody has said how many', () => {
    const { named } = build(folder, 'overlays/prod');
    const deployments = named<V1Deployment>('Deployment');
    const replicas = [...deployments].map(([name, { spec }]) => `${name}: ${spec?.replicas}`);
    expect(replicas.sort()).toEqual(['admin: 3', 'edge: 2', 'legacy: 1', 'orders: undefined', 'payments: 2']);
    const image = (name: string) => deployments.get(name)?.spec?.template.spec?.containers[0]?.image;
    expect(image('orders')).toBe('shop/orders:1.0.0');
    expect(image('legacy')).toBe('ghcr.io/acme/legacy:1.4');
    expect(deployments.get('payments')?.spec?.template.spec?.topologySpreadConstraints).toHaveLength(1);
    const budgets = named<V1PodDisruptionBudget>('PodDisruptionBudget');
    expect([...budgets.keys()].sort()).toEqual(['admin', 'edge', 'orders', 'payments']);
    for (const { metadata } of budgets.values()) expect(metadata?.namespace).toBe('shop');
  });

  it('keep to the schemas of the Gateway API', () => {
    for (const part of ['base', 'overlays/dev', 'overlays/prod']) {
      const { named } = build(folder, part);
      for (const gateway of named<GatewayV1>('Gateway').values()) new Gateway(gateway).validate();
      for (const route of named<HttpRouteV1>('HTTPRoute').values()) new HTTPRoute(route).validate();
      expect(named('Gateway').size).toBe(1);
    }
  });

  it('can be built whatever people have written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const tree = written(document);
        try {
          for (const part of ['overlays/dev', 'overlays/prod']) build(tree.folder, part);
        } finally {
          tree.remove();
        }
      }),
      { numRuns: 8 },
    );
  });
});

/** A tree with its secrets filled in, as Kustomize needs them. */
function written(document: Parameters<typeof writeCluster>[0]) {
  const result = writeCluster(document);
  for (const { path, content, secrets } of result.tree.files) {
    if (secrets !== undefined) writeFileSync(join(result.folder, path), content.replace(/=$/gm, '=word'));
  }
  return result;
}
