import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf, objectsIn, SMALL_SHOP } from '../../testing/documents.ts';
import type { Kustomization, Patch } from '../kustomization.ts';
import type { V1Deployment, V1PodDisruptionBudget } from '../models.ts';

const OVERLAYS = 'kubernetes/overlays/';

function overlaysOf(text: string) {
  const files = filesOf(documentFrom(text), ['kubernetes']);
  const content = (path: string) => files.get(`${OVERLAYS}${path}`)?.content ?? '';
  return {
    content,
    dev: load(content('dev/kustomization.yaml')) as Kustomization,
    prod: load(content('prod/kustomization.yaml')) as Kustomization,
  };
}

/** Each patch by what it picks: `Kind` or `Kind/name`. */
function patchesOf({ patches = [] }: Kustomization): Record<string, unknown> {
  const picked = (patch: Patch) => ('path' in patch ? [] : [patch]);
  return Object.fromEntries(
    patches
      .flatMap(picked)
      .map(({ target, patch }) => [[target.kind, target.name].filter(Boolean).join('/'), load(patch)]),
  );
}

const shop = overlaysOf(SMALL_SHOP);

describe('the overlay for development', () => {
  it('has a namespace of its own over the base', () => {
    expect(shop.dev).toMatchObject({ namespace: 'shop-dev', resources: ['../../base'] });
  });

  it('runs one replica that no load changes, with little reserved, for any host name', () => {
    expect(patchesOf(shop.dev)).toMatchObject({
      HorizontalPodAutoscaler: { $patch: 'delete' },
      PodDisruptionBudget: { $patch: 'delete' },
      Deployment: [{ op: 'add', path: '/spec/replicas', value: 1 }],
      'Deployment|StatefulSet': [{ op: 'replace', value: { cpu: '10m', memory: '64Mi' } }],
      'Ingress/edge': [{ op: 'replace', path: '/spec/rules', value: [{ http: expect.any(Object) }] }],
    });
  });

  it('reserves no more than the smallest container may use', () => {
    const { dev } = overlaysOf(
      'archwright: 1\nname: s\ncomponents: { a: { kind: service, resources: { memory: 32Mi } } }\n',
    );
    expect(patchesOf(dev)).toMatchObject({
      'Deployment|StatefulSet': [{ value: { memory: '32Mi' } }],
    });
  });

  it('takes host name and certificate away, by whichever API a gateway is exposed', () => {
    const tls = (fields: string) =>
      patchesOf(
        overlaysOf(
          `archwright: 1\nname: s\ncomponents: { edge: { kind: gateway, tls-secret: t, host: a.example.com, ${fields} } }\n`,
        ).dev,
      );
    expect(tls('expose: ingress')['Ingress/edge']).toMatchObject([{ op: 'remove', path: '/spec/tls' }, {}]);
    const byGateway = tls('expose: gateway-api');
    expect(byGateway['Gateway/edge']).toMatchObject([
      { path: '/spec', value: { listeners: [{ name: 'http', port: 80 }] } },
    ]);
    expect(byGateway['HTTPRoute/edge']).toMatchObject([
      { path: '/spec', value: { parentRefs: [{ name: 'edge', sectionName: 'http' }] } },
    ]);
    expect(byGateway['HTTPRoute/edge\\.redirect']).toMatchObject({ $patch: 'delete' });
  });

  it('patches nothing that is not there', () => {
    expect(overlaysOf('archwright: 1\nname: s\ncomponents: {}\n').dev.patches).toBeUndefined();
    const { dev } = overlaysOf('archwright: 1\nname: s\ncomponents: { db: { kind: database } }\n');
    expect(Object.keys(patchesOf(dev))).toEqual(['Deployment|StatefulSet']);
  });

  it('bounds the name of its namespace', () => {
    const { dev } = overlaysOf(`archwright: 1\nname: ${'a'.repeat(63)}\ncomponents: {}\n`);
    expect(dev.namespace?.length).toBeLessThanOrEqual(63);
  });
});

describe('the overlay for production', () => {
  it('fixes the tags of the images that are built here', () => {
    expect(shop.prod).toMatchObject({
      namespace: 'shop',
      images: [
        { name: 'shop/orders', newTag: '1.0.0' },
        { name: 'shop/payments', newTag: '1.0.0' },
      ],
    });
  });

  it('gives a second replica, kept apart and guarded, to what has no number and may have one', () => {
    const replicas = objectsIn<V1Deployment>(shop.content('prod/replicas.yaml'));
    expect(replicas).toMatchObject([
      {
        metadata: { name: 'payments' },
        spec: { replicas: 2, template: { spec: { topologySpreadConstraints: [{ maxSkew: 1 }] } } },
      },
    ]);
    const budgets = objectsIn<V1PodDisruptionBudget>(shop.content('prod/disruption-budgets.yaml'));
    expect(budgets.map(({ metadata }) => metadata?.name)).toEqual(['payments']);
    expect(shop.prod).toMatchObject({
      resources: ['../../base', 'disruption-budgets.yaml'],
      patches: [{ path: 'replicas.yaml' }],
    });
  });

  it("leaves alone what keeps data, what is somebody else's, and numbers that people wrote", () => {
    const { prod, content } = overlaysOf(`
archwright: 1
name: s
components:
  one: { kind: service, scale: { max: 1 } }
  legacy: { kind: service, image: ghcr.io/acme/legacy }
  cache: { kind: cache }
  db: { kind: database }
`);
    expect(prod.resources).toEqual(['../../base']);
    expect(prod.patches).toBeUndefined();
    expect(content('prod/replicas.yaml')).toBe('');
  });
});
