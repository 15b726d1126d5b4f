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
const memcached: CatalogEntry = {
  kind: 'cache',
  engine: 'memcached',
  title: 'Memcached',
  summary: 'A cache in memory.',
  keywords: ['cache'],
  icon: { path: 'M0 0h24v24H0z', size: 24, paint: 'fill', source: 'test' },
  fields: { version: version({ description: 'Memcached release.', default: '1.6' }).optional() },
  initial: {},
  baseName: 'memcached',
  accepts: ['memcache'],
  speaks: [],
  port: () => 11_211,
  verbs: ['get', 'set', 'delete'],
  subtitle: () => 'memcached',
};

const memcachedDeployment: EntryDeployment = {
  entry: memcached,
  plan: () => ({
    image: { reference: 'memcached:1.6-alpine' },
    env: {},
    ports: [{ name: 'memcache', port: 11_211, appProtocol: 'tcp' }],
    volumes: [],
    files: [],
    scratch: [],
    user: { uid: 11_211, gid: 11_211 },
    readOnlyRoot: true,
    readiness: { type: 'tcp', port: 11_211 },
    startupSeconds: 30,
    stopSeconds: 10,
    healthCommand: ['nc', '-z', '127.0.0.1', '11211'],
    resources: { cpu: '50m', memory: '64Mi' },
    replicas: { min: 1, max: 1, cpuTarget: 0.7 },
  }),
};

const nine = withDeployments(createCatalog([...catalog.entries, memcached]), [
  ...deployments,
  memcachedDeployment,
]);
const text = `
archwright: 1
name: shop
components:
  catalog: { kind: service, operations: { list: { http: GET /products, calls: [hot.get product by id] } } }
  hot: { kind: cache, engine: memcached, version: "1.6" }
`;

describe('a ninth entry', () => {
  const { document, problems } = parse(text, nine.vocabulary);

  it('is known to the model: fields, verbs, protocols, schema', () => {
    expect(problems).toEqual([]);
    expect(parse(text, catalog.vocabulary).valid).toBe(false);
    expect(parse(text.replace('hot.get', 'hot.read'), nine.vocabulary).valid).toBe(false);
    expect(canConnect(document, nine.vocabulary, 'catalog', 'hot')).toEqual({
      ok: true,
      protocol: 'memcache',
      protocols: ['memcache'],
    });
    expect(JSON.stringify(jsonSchema(nine.vocabulary))).toContain('memcached');
  });

  it('runs in Compose and in Kubernetes, reached by who calls it', () => {
    const files = new Map(
      generate(document, nine, { targets: ['compose', 'kubernetes'] }).files.map((file) => [
        file.path,
        file.content,
      ]),
    );
    const { services } = load(files.get('compose.app.yaml') ?? '') as ComposeFile;
    expect(services.hot?.image).toBe('memcached:1.6-alpine');
    expect(services.catalog?.environment?.HOT_URL).toBe('memcache://hot:11211');
    expect(services.catalog?.depends_on).toEqual({ hot: { condition: 'service_healthy' } });
    expect(objectsIn(files.get('kubernetes/base/deployments.yaml') ?? '')).toContainEqual(
      expect.objectContaining({ metadata: expect.objectContaining({ name: 'hot' }) }),
    );
    expect(files.get('kubernetes/base/network-policies.yaml')).toContain('port: 11211');
  });

  it('is drawn', () => {
    expect(exportDiagram(document, nine, 'svg')).toContain('M0 0h24v24H0z');
    expect(exportDiagram(document, nine, 'mermaid')).toContain('[Memcached]');
  });
});
