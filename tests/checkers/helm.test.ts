import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArchDocument } from '#model';
import { anyDocument } from '../../generators/testing/arbitrary.ts';
import { documentFrom, SMALL_SHOP } from '../../generators/testing/documents.ts';
import { apiStandIn } from './api-stand-in.ts';
import {
  baseObjects,
  type ClusterObject,
  chartObjects,
  knownToChecker,
  writeCluster,
} from './cluster-objects.ts';
import { helm, helmProgram, helmWith } from './helm-program.ts';
import { checker, run } from './programs.ts';
import { sampleDocuments } from './tree.ts';

const checkManifests = checker('check-manifests.mjs');
const SECURE = `
archwright: 1
name: on
components:
  'null': { kind: gateway, routes: { /: 'true' }, expose: gateway-api, host: shop.example.com, tls-secret: shop-tls }
  'true': { kind: gateway, routes: { /: y }, host: www.example.com, tls-secret: shop-tls, class-name: nginx }
  shut: { kind: gateway, routes: { /: y }, expose: none }
  y: { kind: service, scale: { min: 1, max: 3 }, env: { GREETING: '{{ .Values.units }} {{- "}}" }}' } }
  legacy: { kind: service, image: 'registry.example.com:5000/team/legacy', scale: { min: 3 } }
  db: { kind: database }
  nightly: { kind: job, image: 'busybox:1', schedule: '30 2 * * *', time-zone: Europe/Berlin, timeout: 10m }
`;

/** Standard output of `helm template`, as the release and in the namespace that are called like the system. */
function render(folder: string, { name }: ArchDocument, ...args: string[]): string {
  // A release's name is shorter than a system's may be, and it stands in no object.
  const result = helm(['template', name.slice(0, 53), 'helm', '--namespace', name, ...args], folder);
  expect(result.status, result.output).toBe(0);
  return result.output;
}

describe.skipIf(!helmProgram)('the Helm chart', () => {
  const documents = {
    ...sampleDocuments(),
    'a small shop': documentFrom(SMALL_SHOP),
    'a system of tricky names': documentFrom(SECURE),
  };

  describe.each(Object.entries(documents))('of %s', (_, document) => {
    const { folder, tree, remove } = writeCluster(document);
    afterAll(remove);

    it('passes the strictest linting', () => {
      const result = helm(['lint', '--strict', 'helm'], folder);
      expect(result.output).toContain('1 chart(s) linted, 0 chart(s) failed');
      expect(result.output).not.toMatch(/\[(WARNING|ERROR)\]/);
    });

    it('gives the objects of the Kustomize base, one by one', () => {
      const chart = chartObjects(render(folder, document));
      const base = baseObjects(tree);
      expect([...chart.keys()].sort()).toEqual([...base.keys()].sort());
      for (const [name, object] of base) expect(chart.get(name), name).toEqual(object);
    });

    it.skipIf(!checkManifests)('gives what a strict checker accepts', () => {
      writeFileSync(join(folder, 'rendered.yaml'), knownToChecker(render(folder, document)));
      const checked = run(process.execPath, [checkManifests ?? '', '--quiet', 'rendered.yaml'], folder);
      expect(checked.output).toMatch(/\b[1-9]\d* passed, 0 failed/);
    });

    it('gives the namespace too, where it is asked for it', () => {
      const objects = loadAll(render(folder, document, '--set', 'namespace.create=true')) as ClusterObject[];
      const [base] = loadAll(
        tree.files.find(({ path }) => path === 'kubernetes/base/namespace.yaml')?.content ?? '',
      );
      expect(objects.find(({ kind }) => kind === 'Namespace')).toEqual(base);
    });
  });

  it('gives the objects of the base whatever people have written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { folder, tree, remove } = writeCluster(document);
        try {
          expect(chartObjects(render(folder, document))).toEqual(baseObjects(tree));
        } finally {
          remove();
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe.skipIf(!helmProgram)('the values of a Helm chart', () => {
  const document = documentFrom(SECURE);
  const { folder, remove } = writeCluster(document);
  afterAll(remove);
  const objectsWith = (...settings: string[]) =>
    chartObjects(render(folder, document, ...settings.flatMap((setting) => ['--set', setting])));
  const container = (objects: ReadonlyMap<string, unknown>, workload: string) =>
    (objects.get(workload) as { spec: { template: { spec: { containers: Record<string, unknown>[] } } } })
      .spec.template.spec.containers[0];

  it('move images to another registry and tag, or pin them', () => {
    const objects = objectsWith('image.registry=registry.example.com/team/', 'image.tag=1.10');
    expect(container(objects, 'Deployment/y')?.image).toBe('registry.example.com/team/on/y:1.10');
    expect(container(objects, 'Deployment/legacy')?.image).toBe('registry.example.com:5000/team/legacy');
    const digest = `sha256:${'0'.repeat(64)}`;
    const pinned = objectsWith(`units.legacy.image.digest=${digest}`, 'units.y.image.tag=2');
    expect(container(pinned, 'Deployment/legacy')?.image).toBe(
      `registry.example.com:5000/team/legacy@${digest}`,
    );
    expect(container(pinned, 'Deployment/y')?.image).toBe('on/y:2');
  });

  it('open a registry that asks for a password', () => {
    expect(objectsWith('image.pullSecrets[0].name=mine').get('StatefulSet/db')).toMatchObject({
      spec: { template: { spec: { imagePullSecrets: [{ name: 'mine' }] } } },
    });
  });

  it('change when a job runs', () => {
    const objects = objectsWith('units.nightly.schedule=0 4 * * 1', 'units.nightly.timeZone=Etc/UTC');
    expect(objects.get('CronJob/nightly')).toMatchObject({
      spec: { schedule: '0 4 * * 1', timeZone: 'Etc/UTC' },
    });
  });

  it('fix the number of replicas, or leave it to the load', () => {
    const fixed = objectsWith('units.y.autoscaling.enabled=false', 'units.y.replicas=1');
    expect(fixed.get('Deployment/y')).toMatchObject({ spec: { replicas: 1 } });
    expect(fixed.has('HorizontalPodAutoscaler/y')).toBe(false);
    expect(fixed.get('Deployment/y')).not.toHaveProperty('spec.template.spec.topologySpreadConstraints');
    const scaled = objectsWith('units.shut.autoscaling.enabled=true', 'units.shut.autoscaling.minReplicas=2');
    expect(scaled.get('HorizontalPodAutoscaler/shut')).toMatchObject({
      spec: { minReplicas: 2, maxReplicas: 2 },
    });
    expect(scaled.has('PodDisruptionBudget/shut')).toBe(true);
    expect(scaled.get('Deployment/shut')).not.toHaveProperty('spec.replicas');
  });

  it('change resources and disks', () => {
    const objects = objectsWith(
      'units.y.resources.requests.cpu=2',
      'units.db.storage.data.size=50Gi',
      'units.db.storage.data.storageClass=fast',
    );
    expect(container(objects, 'Deployment/y')).toMatchObject({ resources: { requests: { cpu: 2 } } });
    expect(objects.get('StatefulSet/db')).toMatchObject({
      spec: {
        volumeClaimTemplates: [
          { spec: { storageClassName: 'fast', resources: { requests: { storage: '50Gi' } } } },
        ],
      },
    });
  });

  it('change the way in', () => {
    const turned = objectsWith('units.null.expose.by=ingress', 'units.true.expose.by=gateway-api');
    expect(turned.get('Ingress/null')).toMatchObject({
      spec: {
        tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
        rules: [{ host: 'shop.example.com' }],
      },
    });
    expect(turned.get('Gateway/true')).toMatchObject({ spec: { gatewayClassName: 'nginx' } });
    expect([...turned.keys()]).toEqual(expect.arrayContaining(['HTTPRoute/true', 'HTTPRoute/true.redirect']));
    const shut = objectsWith('units.null.expose.by=none', 'units.true.expose.by=none');
    expect([...shut.keys()].filter((name) => /^(Ingress|Gateway|HTTPRoute)\//.test(name))).toEqual([]);
    expect(shut.get('NetworkPolicy/null')).not.toHaveProperty('spec.ingress');
    expect(shut.get('NetworkPolicy/default-deny-all')).toMatchObject({ spec: { podSelector: {} } });
    expect(objectsWith('units.shut.expose.by=ingress').get('NetworkPolicy/shut')).toMatchObject({
      spec: { ingress: [{ ports: [{ protocol: 'TCP', port: 8080 }] }] },
    });
  });

  it('leave network policies out', () => {
    const kinds = [...objectsWith('networkPolicies.enabled=false').values()].map(({ kind }) => kind);
    expect(kinds).not.toContain('NetworkPolicy');
  });

  it('draw secrets at random, fix single ones, or leave them to somebody else', () => {
    const secretsOf = (...settings: string[]) =>
      (
        loadAll(
          render(folder, document, ...settings.flatMap((setting) => ['--set', setting])),
        ) as (ClusterObject & {
          data: Record<string, string>;
        })[]
      ).filter(({ kind }) => kind === 'Secret');
    const decoded = ({ data }: { data: Record<string, string> }) =>
      Buffer.from(data.DB_PASSWORD ?? '', 'base64').toString();
    const drawn = secretsOf().map(decoded);
    expect(drawn).toEqual([expect.stringMatching(/^[0-9A-Za-z]{32}$/)]);
    expect(secretsOf().map(decoded)).not.toEqual(drawn);
    expect(secretsOf('secrets.values.DB_PASSWORD=word').map(decoded)).toEqual(['word']);
    expect(secretsOf('secrets.existingSecret=mine')).toEqual([]);
    const reference = JSON.stringify(objectsWith('secrets.existingSecret=mine').get('StatefulSet/db'));
    expect(reference).toContain('{"name":"mine","key":"DB_PASSWORD"}');
  });

  it('leave secrets as they are found in a cluster, and draw only those that are new', async () => {
    const rendered = loadAll(render(folder, document)) as (ClusterObject | null)[];
    const objects = rendered.filter((object) => object !== null);
    const [fresh] = objects.filter(({ kind }) => kind === 'Secret');
    const drawnWith = async (data: Record<string, string>) => {
      // As Helm marks what it has installed, and demands of what it finds.
      const metadata = {
        name: 'secrets',
        namespace: 'on',
        labels: { 'app.kubernetes.io/managed-by': 'Helm' },
        annotations: { 'meta.helm.sh/release-name': 'on', 'meta.helm.sh/release-namespace': 'on' },
      };
      const found = { apiVersion: 'v1', kind: 'Secret', metadata, data };
      const api = await apiStandIn(objects, [found]);
      try {
        const args = ['template', 'on', 'helm', '--namespace', 'on', '--dry-run=server'];
        const output = await helmWith(api.address, args, folder);
        return loadAll(output).find((object) => (object as ClusterObject | null)?.kind === 'Secret');
      } finally {
        api.close();
      }
    };
    const kept = Buffer.from('kept').toString('base64');
    expect(await drawnWith({ DB_PASSWORD: kept })).toEqual({ ...fresh, data: { DB_PASSWORD: kept } });
    expect(await drawnWith({ OTHER: kept })).toMatchObject({
      data: { DB_PASSWORD: expect.stringMatching(/^[0-9A-Za-z+/]{43}=$/) },
    });
  });

  it.each([
    ['units.y.replica=3', /'\/units\/y'.*replica/],
    ['units.nobody.replicas=3', /'\/units'.*nobody/],
    ['units.y.replicas=many', /'\/units\/y\/replicas'/],
    ['units.true.expose.by=luck', /'\/units\/true\/expose\/by'/],
    ['secrets.values.OTHER=x', /'\/secrets\/values'.*OTHER/],
    ['image.digest=x', /'\/image'.*digest/],
  ])('are refused where they fit nothing: %s', (setting, message) => {
    const result = helm(['template', 'on', 'helm', '--set', setting], folder);
    expect(result.status).toBe(1);
    expect(result.output).toMatch(message);
  });

  it('never run what they hold', () => {
    const hostile = '{{ fail "run" }}';
    writeFileSync(
      join(folder, 'hostile.yaml'),
      JSON.stringify({
        commonLabels: { note: hostile },
        units: { null: { expose: { annotations: { note: `${hostile}\nkind: Pod`, other: '"\'' } } } },
      }),
    );
    const objects = chartObjects(render(folder, document, '--values', 'hostile.yaml'));
    expect(objects.get('Gateway/null')).toMatchObject({
      metadata: { labels: { note: hostile }, annotations: { note: `${hostile}\nkind: Pod`, other: '"\'' } },
    });
  });
});
