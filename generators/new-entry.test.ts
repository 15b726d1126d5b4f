import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type CatalogEntry, catalog, createCatalog, type EntryDeployment, withDeployments } from '#catalog';
import { canConnect, jsonSchema, parse, version } from '#model';
import { deployments } from '../catalog/deployments.ts';
import type { ComposeFile } from './compose/types.ts';
import { exportDiagram } from './diagrams/index.ts';
import { generate } from './generate.ts';
import { objectsIn } from './testing/documents.ts';

/** An engine that no folder of the catalogue knows: all that would stand in a folder of its own. */
const hazelcast: CatalogEntry = {
  kind: 'cache',
  engine: 'hazelcast',
  title: 'Hazelcast',
  summary: 'A cache in memory.',
  keywords: ['cache'],
  icon: { path: 'M0 0h24v24H0z', size: 24, paint: 'fill', source: 'test' },
  fields: { version: version({ description: 'Hazelcast release.', default: '5.5' }).optional() },
  initial: {},
  baseName: 'hazelcast',
  accepts: ['hazelcast'],
  speaks: [],
  port: () => 5_701,
  verbs: ['get', 'set', 'delete'],
  subtitle: () => 'hazelcast',
};

const hazelcastDeployment: EntryDeployment = {
  entry: hazelcast,
  plan: () => ({
    image: { reference: 'hazelcast:5.5' },
    env: {},
    ports: [{ name: 'hazelcast', port: 5_701, appProtocol: 'tcp' }],
    volumes: [],
    files: [],
    scratch: [],
    user: { uid: 5_701, gid: 5_701 },
    readOnlyRoot: true,
    readiness: { type: 'tcp', port: 5_701 },
    startupSeconds: 30,
    stopSeconds: 10,
    healthCommand: ['nc', '-z', '127.0.0.1', '5701'],
    resources: { cpu: '50m', memory: '64Mi' },
    replicas: { min: 1, max: 1, cpuTarget: 0.7 },
  }),
};

const more = withDeployments(createCatalog([...catalog.entries, hazelcast]), [
  ...deployments,
  hazelcastDeployment,
]);
const text = `
archwright: 1
name: shop
components:
  catalog: { kind: service, operations: { list: { http: GET /products, calls: [hot.get product by id] } } }
  hot: { kind: cache, engine: hazelcast, version: "5.5" }
`;

describe('an entry that the catalogue does not have', () => {
  const { document, problems } = parse(text, more.vocabulary);

  it('is known to the model: fields, verbs, protocols, schema', () => {
    expect(problems).toEqual([]);
    expect(parse(text, catalog.vocabulary).valid).toBe(false);
    expect(parse(text.replace('hot.get', 'hot.read'), more.vocabulary).valid).toBe(false);
    expect(canConnect(document, more.vocabulary, 'catalog', 'hot')).toEqual({
      ok: true,
      protocol: 'hazelcast',
      protocols: ['hazelcast'],
    });
    expect(JSON.stringify(jsonSchema(more.vocabulary))).toContain('hazelcast');
  });

  it('runs in Compose and in Kubernetes, reached by who calls it', () => {
    const files = new Map(
      generate(document, more, { targets: ['compose', 'kubernetes'] }).files.map((file) => [
        file.path,
        file.content,
      ]),
    );
    const { services } = load(files.get('compose.app.yaml') ?? '') as ComposeFile;
    expect(services.hot?.image).toBe('hazelcast:5.5');
    expect(services.catalog?.environment?.HOT_URL).toBe('hazelcast://hot:5701');
    expect(services.catalog?.depends_on).toEqual({ hot: { condition: 'service_healthy' } });
    expect(objectsIn(files.get('kubernetes/base/deployments.yaml') ?? '')).toContainEqual(
      expect.objectContaining({ metadata: expect.objectContaining({ name: 'hot' }) }),
    );
    expect(files.get('kubernetes/base/network-policies.yaml')).toContain('port: 5701');
  });

  it('is drawn', () => {
    expect(exportDiagram(document, more, 'svg')).toContain('M0 0h24v24H0z');
    expect(exportDiagram(document, more, 'mermaid')).toContain('[Hazelcast]');
  });
});
