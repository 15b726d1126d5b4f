import { load } from 'js-yaml';
import { Histogram } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '#runtime';
import { documentFrom, filesOf } from '../testing/documents.ts';
import { readPromQl } from '../testing/promql.ts';

/** Labels that scraping adds: unit by relabelling, the others by Prometheus. */
const SCRAPED = ['unit', 'instance', 'job'];
/** What Prometheus itself knows of every target. */
const ELSEWHERE = { up: SCRAPED, ALERTS: [...SCRAPED, 'alertname', 'alertstate'] };

const document = documentFrom(`
archwright: 1
name: shop
components:
  orders:
    kind: service
    operations:
      create: { http: POST /orders, calls: [payments.charge, db.write orders, events.publish placed] }
      on-paid: { consumes: events paid, calls: [db.read orders] }
  payments: { kind: service, operations: { charge: { http: POST /charges } } }
  db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }
  events: { kind: queue, topics: { placed: {}, paid: {} } }
  metrics: { kind: monitoring }
  dashboards: { kind: monitoring, engine: grafana }
`);
const files = filesOf(document, ['monitoring']);

interface Panel {
  title?: string;
  targets?: { expr: string }[];
}
const shown = [...files].flatMap(([path, { content }]) =>
  path.startsWith('monitoring/dashboards/dashboards/')
    ? (JSON.parse(content) as { panels: Panel[] }).panels.flatMap(({ title, targets = [] }) =>
        targets.map(({ expr }) => [`${path.slice(path.lastIndexOf('/') + 1)}: ${title}`, expr]),
      )
    : [],
);

interface Rules {
  groups: { rules: { record?: string; alert?: string; expr: string }[] }[];
}
/** Engines' own alerts are the engines' business. */
const rules = (load(files.get('monitoring/metrics/rules.yml')?.content ?? '') as Rules).groups
  .flatMap((group) => group.rules)
  .filter(({ expr }) => !expr.includes('rabbitmq_'));

/** Series that the services' runtime really makes, with their labels. */
function measured(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>(
    Object.entries(ELSEWHERE).map(([name, labels]) => [name, new Set(labels)]),
  );
  for (const metric of createMetrics('orders').registry.getMetricsAsArray()) {
    const own = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames : [];
    const labels = new Set<string>([...SCRAPED, ...own.map(String)]);
    if (!(metric instanceof Histogram)) known.set(metric.name, labels);
    else for (const suffix of ['_bucket', '_count', '_sum']) known.set(metric.name + suffix, labels);
  }
  return known;
}

/** Series that the rules record: an aggregation leaves the labels that it groups by. */
function recorded(): Map<string, Set<string>> {
  return new Map(
    rules.flatMap(({ record, expr }) =>
      record === undefined ? [] : [[record, new Set(readPromQl(expr).grouping)] as const],
    ),
  );
}

const known = new Map([...measured(), ...recorded()]);

function expectKnown(text: string): void {
  const { errors, metrics, grouping } = readPromQl(text);
  expect(errors).toEqual([]);
  for (const { name, labels } of metrics) {
    expect([...known.keys()]).toContain(name);
    for (const label of labels) expect([...(known.get(name) ?? [])], name).toContain(label);
  }
  const all = new Set(metrics.flatMap(({ name }) => [...(known.get(name) ?? [])]));
  for (const label of grouping) expect([...all]).toContain(label);
}

describe('rules', () => {
  it.each(rules.map(({ record, alert, expr }) => [record ?? alert, expr]))(
    '%s asks for what the services measure',
    (_, text = '') => expectKnown(text),
  );

  it('are named LEVEL:METRIC:OPERATIONS, the level being the labels that are left', () => {
    for (const [name, labels] of recorded()) {
      expect(name).toMatch(/^[a-z_]+:[a-z_]+:[a-z_\d]+$/);
      expect(name.split(':')[0]?.split('_')).toEqual([...labels]);
    }
  });
});

describe('dashboards', () => {
  it('are there for every service and for the system', () => {
    expect(new Set(shown.map(([where = '']) => where.split(':')[0]))).toEqual(
      new Set(['_overview.json', 'orders.json', 'payments.json']),
    );
  });

  it.each(shown)('%s shows what is measured or recorded', (_, text = '') => expectKnown(text));
});

describe('reading PromQL', () => {
  it.each(['sum by (', 'rate(x[5m)', 'a b', 'sum(x) by service'])('refuses %s', (text) => {
    expect(readPromQl(text).errors).not.toEqual([]);
  });
});
