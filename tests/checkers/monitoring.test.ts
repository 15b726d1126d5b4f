import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { loadAll } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { documentFrom } from '../../generators/testing/documents.ts';
import { checker, installed, run } from './programs.ts';
import { writeTree } from './tree.ts';

const checkManifests = checker('check-manifests.mjs');
const checkCompose = checker('check-compose.mjs');
const hasKubectl = installed('kubectl', 'version', '--client');
const hasPromtool = installed('promtool', '--version');
const hasCompose = run('docker', ['compose', 'version'], '.').status === 0;
if (!hasCompose) console.warn('SKIPPED: docker compose is not installed.');

/** Enough services that the dashboards need more than one ConfigMap. */
const services = Array.from(
  { length: 12 },
  (_, index) => `
  service-${index}:
    kind: service
    operations:
      create: { http: POST /things-${index}, calls: [base.create, db.write things, events.publish made] }
      on-made: { consumes: events made }`,
).join('');
const system = documentFrom(`
archwright: 1
name: watched
components:
  base: { kind: service, operations: { create: { http: POST /base } } }${services}
  db: { kind: database, tables: { things: { key: id, columns: { id: id } } } }
  events: { kind: queue, topics: { made: {} } }
  metrics: { kind: monitoring, objective: 99.9%, latency: 300ms }
  dashboards: { kind: monitoring, engine: grafana, host: grafana.example.com }
  logs: { kind: monitoring, engine: elk, host: logs.example.com, retention: 720h }
  telemetry: { kind: monitoring, engine: opentelemetry, endpoint: "https://otlp.example.com", authorization: true, sampling: 10% }
layouts:
  whole: { units: { all: [service-0, service-1, service-2] }, omit: [logs] }
`);

interface Manifest {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  spec?: {
    podSelector?: { matchLabels?: Record<string, string> };
    egress?: {
      to?: { podSelector?: { matchLabels?: Record<string, string> } }[];
      ports?: { port: number }[];
    }[];
  };
}

describe.each(['microservices', 'whole'])('a system with all monitoring (%s)', (layout) => {
  const { folder, remove } = writeTree(system, layout);
  afterAll(remove);
  const manifests = () => {
    const built = run('kubectl', ['kustomize', 'kubernetes/base'], folder);
    expect(built.status, built.output).toBe(0);
    return built.output;
  };

  it.skipIf(!checkManifests || !hasKubectl)('has manifests that a strict checker accepts', () => {
    const file = join(folder, 'manifests.yaml');
    writeFileSync(file, manifests());
    const checked = run(process.execPath, [checkManifests ?? '', '--quiet', file], folder);
    expect(checked.status, checked.output).toBe(0);
    expect(checked.output).toMatch(/\b[1-9]\d* passed, 0 failed/);
  });

  it.skipIf(!hasKubectl)('keeps every ConfigMap below what kubectl apply takes', () => {
    const maps = (loadAll(manifests()) as Manifest[]).filter(({ kind }) => kind === 'ConfigMap');
    expect(
      maps.filter(({ metadata }) => metadata.name.startsWith('dashboards-files')).length,
    ).toBeGreaterThan(1);
    for (const { metadata, data } of maps)
      expect(JSON.stringify(data).length, metadata.name).toBeLessThan(256 * 1024);
  });

  it.skipIf(!hasKubectl)('lets monitoring reach what it has to, and no more', () => {
    const policies = (loadAll(manifests()) as Manifest[]).filter(({ kind }) => kind === 'NetworkPolicy');
    const reaches = (unit: string) =>
      (policies.find(({ metadata }) => metadata.name === unit)?.spec?.egress ?? []).flatMap(
        ({ to = [], ports = [] }) =>
          to.flatMap(({ podSelector }) =>
            ports.map(
              ({ port }) => `${podSelector?.matchLabels?.['app.kubernetes.io/name'] ?? 'outside'}:${port}`,
            ),
          ),
      );
    const elastic = layout === 'microservices' ? ['logs:9200'] : [];
    expect(reaches('dashboards').sort()).toEqual([...elastic, 'metrics:9090'].sort());
    expect(reaches('telemetry')).toEqual(['outside:443']);
    if (layout === 'whole') return;
    expect(reaches('logs')).toEqual([]);
    expect(reaches('logs-kibana')).toEqual(['logs:9200']);
    expect(reaches('logs-logstash')).toEqual(['logs:9200']);
    expect(reaches('logs-filebeat')).toEqual(['logs-logstash:5044']);
    expect(reaches('service-0')).toEqual(expect.arrayContaining(['telemetry:4318', 'logs-filebeat:5170']));
  });

  it.skipIf(!checkCompose)('is a Compose project that a strict checker accepts', () => {
    const checked = run(
      process.execPath,
      [checkCompose ?? '', '--quiet', join(folder, 'compose.yaml')],
      folder,
    );
    expect(checked.output).toMatch(/\b1 passed, 0 failed/);
    expect(checked.status).toBe(0);
  });

  it.skipIf(!hasCompose)(
    'is a Compose project that Compose itself accepts, monitoring in a profile of its own',
    () => {
      const result = run('docker', ['compose', 'config', '--quiet'], folder);
      expect(result.output).toBe('');
      expect(result.status).toBe(0);
      const plain = run('docker', ['compose', 'config', '--services'], folder).output.split('\n');
      expect(plain).toContain('service-5');
      for (const unit of ['metrics', 'dashboards', 'logs', 'logs-kibana', 'telemetry'])
        expect(plain).not.toContain(unit);
    },
  );

  it.skipIf(!hasPromtool).each([
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'rules.yml'],
    ['test', 'rules', 'rules_test.yml'],
  ])('has monitoring that Prometheus accepts: promtool %s %s %s', (...args) => {
    const result = run('promtool', args, join(folder, 'monitoring/metrics'));
    expect(result.output).not.toContain('FAILED');
    expect(result.status, result.output).toBe(0);
  });

  it.skipIf(!hasPromtool || layout === 'whole')('has rules whose tests fail if a rule is changed', () => {
    const rules = join(folder, 'monitoring/metrics/rules.yml');
    const text = readFileSync(rules, 'utf8');
    for (const [from, to] of [
      ['outcome=~"retried|dead"', 'outcome="retried"'],
      ['outcome="failed"', 'outcome!="ok"'],
      ['status=~"5.."', 'status=~"4.."'],
      ['histogram_quantile(0.99', 'histogram_quantile(0.5'],
    ] as const) {
      expect(text).toContain(from);
      writeFileSync(rules, text.replaceAll(from, to));
      expect(
        run('promtool', ['test', 'rules', 'rules_test.yml'], join(folder, 'monitoring/metrics')).status,
      ).not.toBe(0);
    }
    writeFileSync(rules, text);
  });
});
