import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { ArchDocument, Component } from '#model';
import { testContext } from '../testing/context.ts';
import { uidOf } from './names.ts';
import { plan } from './plan.ts';

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
}
interface Board {
  uid: string;
  title: string;
  panels: Panel[];
}

const components: Record<string, Component> = {
  orders: {
    kind: 'service',
    operations: {
      create: {
        http: 'POST /orders',
        calls: ['payments.charge', 'db.write orders', 'events.publish placed'],
      },
    },
  },
  payments: { kind: 'service', operations: { charge: { http: 'POST /charges' } } },
  legacy: { kind: 'service', image: 'legacy:1' },
  db: { kind: 'database', engine: 'postgres' },
  events: { kind: 'queue', engine: 'rabbitmq' },
  metrics: { kind: 'monitoring' },
  logs: { kind: 'monitoring', engine: 'elk' },
  left: { kind: 'monitoring', engine: 'prometheus' },
};
const addresses = {
  orders: { host: 'shop', port: 8080 },
  payments: { host: 'payments', port: 8080 },
  legacy: { host: 'legacy', port: 8080 },
  metrics: { host: 'metrics', port: 9090 },
  logs: { host: 'logs', port: 9200 },
};
const document: Partial<ArchDocument> = { name: 'shop', components };
const planned = (component: object = {}) =>
  plan({ kind: 'monitoring', ...component }, testContext('grafana', { document, addresses }));
const files = new Map(
  planned().files.map(({ path, content }) => [path.replace('monitoring/grafana/', ''), content]),
);
const board = (name: string) => JSON.parse(files.get(`dashboards/${name}.json`) ?? '{}') as Board;

describe('Grafana', () => {
  it('has a dashboard for the system and one for every generated service', () => {
    expect([...files.keys()]).toEqual([
      'datasources.yaml',
      'dashboards.yaml',
      'dashboards/_overview.json',
      'dashboards/orders.json',
      'dashboards/payments.json',
    ]);
    expect(board('orders')).toMatchObject({
      uid: 'orders',
      title: 'orders',
      schemaVersion: expect.any(Number),
    });
    expect(board('_overview').panels.map(({ type }) => type)).toContain('nodeGraph');
  });

  it('gives the same files whatever the order of the document', () => {
    const turned = { ...document, components: Object.fromEntries(Object.entries(components).reverse()) };
    const again = plan({ kind: 'monitoring' }, testContext('grafana', { document: turned, addresses }));
    expect(again.files).toEqual(planned().files);
  });

  it('shows of a service what it does, and nothing else', () => {
    const rows = (name: string) =>
      board(name)
        .panels.filter(({ type }) => type === 'row')
        .map(({ title }) => title);
    expect(rows('orders')).toEqual([
      'Operations',
      'Calls to other services',
      'Messages published',
      'Databases, caches and storage',
      'Process',
    ]);
    expect(rows('payments')).toEqual(['Operations', 'Process']);
  });

  it('looks for the process of a service where it runs', () => {
    expect(files.get('dashboards/orders.json')).toContain('{unit=\\"shop\\"}');
  });

  it.each(['_overview', 'orders'])(
    'lays the panels of %s out without overlaps, each with an id of its own',
    (name) => {
      const { panels } = board(name);
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      for (const [index, { gridPos: a }] of panels.entries()) {
        expect(a.x + a.w).toBeLessThanOrEqual(24);
        for (const { gridPos: b } of panels.slice(index + 1)) {
          const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
          expect(apart, JSON.stringify([a, b])).toBe(true);
        }
      }
    },
  );

  it('asks the monitoring of its layout, and keeps passwords out of files', () => {
    const { datasources } = load(files.get('datasources.yaml') ?? '') as {
      datasources: Record<string, unknown>[];
    };
    expect(datasources.map(({ name, type, url }) => [name, type, url])).toEqual([
      ['logs', 'elasticsearch', 'http://logs:9200'],
      ['metrics', 'prometheus', 'http://metrics:9090'],
    ]);
    expect(datasources[0]?.secureJsonData).toEqual({ basicAuthPassword: `\${LOGS_READER_PASSWORD}` });
    const { env, reaches } = planned();
    expect(env.LOGS_READER_PASSWORD).toEqual({ secret: 'LOGS_READER_PASSWORD' });
    expect(env.GF_SECURITY_ADMIN_PASSWORD).toEqual({ secret: 'GRAFANA_ADMIN_PASSWORD' });
    expect(reaches?.map(({ unit, port }) => `${unit}:${port}`)).toEqual(['logs:9200', 'metrics:9090']);
  });

  it('is open to the outside only under a name', () => {
    expect(planned().exposed).toBeUndefined();
    expect(planned({ host: 'grafana.example.com' }).exposed).toEqual({
      port: 3000,
      host: 'grafana.example.com',
    });
  });

  it('gives long names identifiers of forty characters, still apart', () => {
    const long = 'a'.repeat(60);
    expect(uidOf('orders')).toBe('orders');
    expect(uidOf(`${long}b`)).toHaveLength(40);
    expect(uidOf(`${long}b`)).not.toBe(uidOf(`${long}c`));
    expect(uidOf(`${long}b`)).toMatch(/^[\w-]+$/);
  });
});
