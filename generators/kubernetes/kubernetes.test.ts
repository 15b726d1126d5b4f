import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { planOf } from '../plan/plan-of.ts';
import { documentFrom, filesOf, objectsIn, SMALL_SHOP } from '../testing/documents.ts';
import type {
  V1ConfigMap,
  V1Deployment,
  V1Ingress,
  V1Namespace,
  V1PodDisruptionBudget,
  V1Service,
  V1ServiceAccount,
  V1StatefulSet,
  V2HorizontalPodAutoscaler,
} from './models.ts';
import { familiesOf } from './objects.ts';

const BASE = 'kubernetes/base/';

function manifestsOf(text: string, layout?: string) {
  const files = filesOf(documentFrom(text), ['kubernetes'], layout);
  const content = (name: string) => files.get(`${BASE}${name}.yaml`)?.content ?? '';
  const named = <T extends { metadata?: { name?: string } }>(family: string) =>
    new Map(objectsIn<T>(content(family)).map((object) => [object.metadata?.name, object]));
  return { files, content, named };
}

const shop = manifestsOf(SMALL_SHOP);
const deployments = shop.named<V1Deployment>('deployments');
const statefulSets = shop.named<V1StatefulSet>('stateful-sets');
const pods = [...deployments.values(), ...statefulSets.values()].map(({ metadata, spec }) => ({
  name: metadata?.name,
  template: spec?.template,
}));

describe('Kubernetes', () => {
  it('puts everything into one namespace by Kustomize, with the images that are built here', () => {
    expect(load(shop.content('kustomization'))).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'shop',
      resources: [...shop.files.keys()]
        .filter((path) => path.startsWith(BASE) && !/kustomization|secrets/.test(path))
        .map((path) => path.replace(BASE, ''))
        .sort((a, b) => order(a) - order(b)),
      images: [
        { name: 'shop/orders', newTag: 'latest' },
        { name: 'shop/payments', newTag: 'latest' },
      ],
      secretGenerator: [{ name: 'secrets', envs: ['secrets.env'] }],
    });
  });

  it('has the namespace refuse whatever is not restricted', () => {
    const namespace = load(shop.content('namespace')) as V1Namespace;
    expect(namespace.metadata?.labels?.['pod-security.kubernetes.io/enforce']).toBe('restricted');
  });

  it('runs every pod without privileges, tokens or writable root, within bounds', () => {
    expect(pods.map(({ name }) => name).sort()).toEqual([
      'edge',
      'events',
      'metrics',
      'orders',
      'orders-db',
      'payments',
      'rates',
    ]);
    for (const { template } of pods) {
      const [container] = template?.spec?.containers ?? [];
      expect(template?.spec).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: {
          requests: { cpu: expect.any(String), memory: expect.any(String) },
          limits: { memory: expect.any(String) },
        },
        startupProbe: expect.any(Object),
        readinessProbe: expect.any(Object),
        livenessProbe: expect.any(Object),
      });
      for (const { name } of container?.volumeMounts ?? []) {
        const claims = statefulSets.get(container?.name)?.spec?.volumeClaimTemplates ?? [];
        expect([
          ...(template?.spec?.volumes ?? []).map((volume) => volume.name),
          ...claims.map(({ metadata }) => metadata?.name),
        ]).toContain(name);
      }
    }
  });

  it('gives each unit an identity without a token', () => {
    const accounts = shop.named<V1ServiceAccount>('service-accounts');
    expect([...accounts.keys()]).toEqual(pods.map(({ name }) => name).sort());
    for (const { automountServiceAccountToken } of accounts.values())
      expect(automountServiceAccountToken).toBe(false);
  });

  it('keeps data in claims of a StatefulSet, behind a headless Service', () => {
    expect([...statefulSets.keys()]).toEqual(['events', 'metrics', 'orders-db']);
    const [claim] = statefulSets.get('orders-db')?.spec?.volumeClaimTemplates ?? [];
    expect(claim?.spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
    });
    expect(statefulSets.get('orders-db')?.spec?.template.spec?.securityContext).toMatchObject({
      fsGroup: 70,
      fsGroupChangePolicy: 'OnRootMismatch',
    });
    const services = shop.named<V1Service>('services');
    expect(services.get('orders-db')?.spec?.clusterIP).toBe('None');
    expect(services.get('orders')?.spec?.clusterIP).toBeUndefined();
    expect(services.get('orders-replicas')?.spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
    });
  });

  it('selects the pods of a unit by labels that they have', () => {
    const services = shop.named<V1Service>('services');
    for (const { name, template } of pods)
      expect(template?.metadata?.labels).toMatchObject(services.get(name)?.spec?.selector ?? { none: '' });
  });

  it('scales where there is a range, and then leaves the number of replicas alone', () => {
    const autoscalers = shop.named<V2HorizontalPodAutoscaler>('autoscalers');
    expect([...autoscalers.keys()]).toEqual(['orders']);
    expect(autoscalers.get('orders')?.spec).toMatchObject({
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } },
        },
      ],
    });
    expect(deployments.get('orders')?.spec?.replicas).toBeUndefined();
    expect(deployments.get('payments')?.spec?.replicas).toBe(1);
  });

  it('guards against disruption only what has replicas to spare', () => {
    expect([...shop.named<V1PodDisruptionBudget>('disruption-budgets').keys()]).toEqual(['edge', 'orders']);
  });

  it('spreads replicas over nodes, and nothing that has one', () => {
    expect(deployments.get('orders')?.spec?.template.spec?.topologySpreadConstraints).toHaveLength(1);
    expect(deployments.get('payments')?.spec?.template.spec?.topologySpreadConstraints).toBeUndefined();
  });

  it('opens the gateway under its host', () => {
    const ingresses = shop.named<V1Ingress>('ingresses');
    expect([...ingresses.keys()]).toEqual(['edge']);
    expect(ingresses.get('edge')?.spec?.rules?.[0]).toMatchObject({
      host: 'shop.example.com',
      http: { paths: [{ path: '/', backend: { service: { name: 'edge', port: { number: 8080 } } } }] },
    });
  });

  it('gives a container its own secrets only, and first those that a longer value needs', () => {
    const variables = deployments.get('orders')?.spec?.template.spec?.containers[0]?.env ?? [];
    expect(variables.map(({ name }) => name)).toEqual([
      'EVENTS_PASSWORD',
      'ORDERS_DB_PASSWORD',
      'EVENTS_URL',
      'HOST',
      'LOG_LEVEL',
      'ORDERS_DB_URL',
      'PAYMENTS_URL',
      'PORT',
    ]);
    expect(variables.find(({ name }) => name === 'ORDERS_DB_URL')?.value).toBe(
      'postgres://app:$(ORDERS_DB_PASSWORD)@orders-db:5432/orders',
    );
    expect(variables[1]?.valueFrom?.secretKeyRef).toEqual({ name: 'secrets', key: 'ORDERS_DB_PASSWORD' });
  });

  it('does not take a variable of the document for the secret of the same name', () => {
    const text = SMALL_SHOP.replace(
      '    scale: { min: 2, max: 6',
      '    env: { ORDERS_DB_PASSWORD: mine }\n    scale: { min: 2, max: 6',
    );
    const variables =
      manifestsOf(text).named<V1Deployment>('deployments').get('orders')?.spec?.template.spec?.containers[0]
        ?.env ?? [];
    expect(variables.find(({ name }) => name === 'ORDERS_DB_PASSWORD')?.value).toBe('mine');
    expect(variables.find(({ name }) => name === 'ORDERS_DB_URL')?.value).toContain(
      '$(ORDERS_DB_PASSWORD_SECRET)',
    );
  });

  it('rolls the pods when a mounted file changes', () => {
    const checksum = (manifests: typeof shop) =>
      manifests.named<V1Deployment>('deployments').get('edge')?.spec?.template.metadata?.annotations?.[
        'checksum/config'
      ];
    const changed = manifestsOf(SMALL_SHOP.replace('/orders: orders', '/sales: orders'));
    expect(checksum(shop)).toMatch(/^[0-9a-f]{8}$/);
    expect(checksum(changed)).not.toBe(checksum(shop));
    const maps = shop.named<V1ConfigMap>('config-maps');
    expect(Object.keys(maps.get('edge-files')?.data ?? {})).toEqual(['nginx.conf', 'start.sh']);
  });

  it('goes on serving while it is taken off the lists, and then stops in time', () => {
    const spec = deployments.get('orders')?.spec?.template.spec;
    expect(spec?.containers[0]?.lifecycle?.preStop?.exec?.command).toEqual(['sleep', '5']);
    expect(spec?.terminationGracePeriodSeconds).toBe(35);
  });

  it('declares a port that only the kubelet asks at, without telling others of it', () => {
    const plan = planOf(documentFrom(SMALL_SHOP), 'microservices', catalog);
    const units = plan.units
      .filter(({ name }) => name === 'payments')
      .map((unit) => ({
        ...unit,
        container: { ...unit.container, liveness: { type: 'http' as const, path: '/', port: 9999 } },
      }));
    const families = new Map(familiesOf({ ...plan, units }).map(({ file, objects }) => [file, objects]));
    const [workload] = families.get('deployments.yaml') as V1Deployment[];
    expect(workload?.spec?.template.spec?.containers[0]?.ports).toEqual([
      { name: 'http', containerPort: 8080 },
      { containerPort: 9999 },
    ]);
    expect(JSON.stringify(families.get('services.yaml'))).not.toContain('9999');
  });

  it('bounds the name of a StatefulSet, not that of its Service', () => {
    const name = `a${'b'.repeat(62)}`;
    const { named } = manifestsOf(`archwright: 1\nname: s\ncomponents: { ${name}: { kind: database } }\n`);
    const [set] = named<V1StatefulSet>('stateful-sets').values();
    expect(set?.metadata?.name?.length).toBeLessThanOrEqual(52);
    expect(set?.spec?.serviceName).toBe(name);
    expect([...named<V1Service>('services').keys()]).toEqual([name]);
  });

  it('writes no file for a family without objects', () => {
    expect([...manifestsOf('archwright: 1\nname: s\ncomponents: {}\n').files.keys()]).toEqual([
      '.gitignore',
      'kubernetes/base/kustomization.yaml',
      'kubernetes/base/namespace.yaml',
      'kubernetes/base/network-policies.yaml',
      'kubernetes/overlays/dev/kustomization.yaml',
      'kubernetes/overlays/prod/kustomization.yaml',
    ]);
  });
});

/** Order in which the files are applied: what others refer to comes first. */
function order(file: string): number {
  return [
    'namespace.yaml',
    'service-accounts.yaml',
    'config-maps.yaml',
    'services.yaml',
    'stateful-sets.yaml',
    'deployments.yaml',
    'cron-jobs.yaml',
    'autoscalers.yaml',
    'disruption-budgets.yaml',
    'ingresses.yaml',
    'gateways.yaml',
    'network-policies.yaml',
  ].indexOf(file);
}
