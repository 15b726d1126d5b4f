import { describe, expect, it } from 'vitest';
import { catalog, type EntryDeployment, withDeployments } from '#catalog';
import { deployableCatalog } from '#catalog/deployable';
import { deployments } from '../../catalog/deployments.ts';
import { documentFrom } from '../testing/documents.ts';
import { formatPlan } from './format.ts';
import { planOf } from './plan-of.ts';

const prometheus = deployments.find(({ entry }) => entry.engine === 'prometheus') as EntryDeployment;

/** Prometheus with a second container, which services report to. */
const withCompanion: EntryDeployment = {
  ...prometheus,
  companions: (component, context) => {
    const container = prometheus.plan?.(component, context);
    return container === undefined
      ? []
      : [
          {
            suffix: 'store',
            container: {
              ...container,
              reaches: [{ unit: context.name, port: 9090, protocol: 'http', startup: true }],
            },
          },
        ];
  },
  ambient: (_component, context) => ({
    environment: { REPORTS_URL: `tcp://${context.companion('store')}:4000` },
    reaches: [{ unit: context.companion('store'), port: 4000, protocol: 'reports', startup: false }],
  }),
};
const more = withDeployments(catalog, [...deployments.filter((one) => one !== prometheus), withCompanion]);
const text = `
archwright: 1
name: s
components:
  orders: { kind: service, operations: { create: { calls: [payments.charge] } } }
  payments: { kind: service, operations: { charge: {} } }
  legacy: { kind: service, image: "legacy:1" }
  metrics: { kind: monitoring }
  metrics-store: { kind: cache }
connections: [{ from: orders, to: payments, protocol: grpc }]
layouts: { whole: { units: { all: [orders, payments] }, omit: [metrics] } }
`;

describe('an engine of several containers', () => {
  const plan = planOf(documentFrom(text), 'microservices', more);

  it('has a unit for each, under names that are free', () => {
    expect(plan.units.map(({ name }) => name)).toEqual([
      'orders',
      'payments',
      'legacy',
      'metrics',
      'metrics-store-2',
      'metrics-store',
    ]);
    expect(plan.units.find(({ name }) => name === 'metrics-store-2')?.profile).toBe('monitoring');
  });

  it('is reached by generated services, which find it in their environment, and by no others', () => {
    const env = (unit: string) => plan.units.find(({ name }) => name === unit)?.container.env;
    expect(env('orders')?.REPORTS_URL).toBe('tcp://metrics-store-2:4000');
    expect(env('legacy')?.REPORTS_URL).toBeUndefined();
    expect(plan.edges.filter(({ protocol }) => protocol === 'reports')).toEqual([
      { from: 'orders', to: 'metrics-store-2', port: 4000, protocol: 'reports', startup: false },
      { from: 'payments', to: 'metrics-store-2', port: 4000, protocol: 'reports', startup: false },
    ]);
    expect(plan.edges).toContainEqual({
      from: 'metrics-store-2',
      to: 'metrics',
      port: 9090,
      protocol: 'http',
      startup: true,
    });
  });

  it("is nobody's business in a layout that leaves it out", () => {
    expect(formatPlan(planOf(documentFrom(text), 'whole', more))).not.toContain('reports');
  });
});

describe('gRPC between services', () => {
  it('has a port of its own at who is called, and an address of its own at the caller', () => {
    const plan = planOf(documentFrom(text), 'microservices', more);
    const [orders, payments] = plan.units;
    expect(orders?.container.ports.map(({ name }) => name)).toEqual(['http']);
    expect(payments?.container.ports).toContainEqual({ name: 'grpc', port: 50_051, appProtocol: 'grpc' });
    expect(orders?.container.env.PAYMENTS_GRPC_URL).toBe('grpc://payments:50051');
    expect(plan.edges).toContainEqual({
      from: 'orders',
      to: 'payments',
      port: 50_051,
      protocol: 'grpc',
      startup: true,
    });
  });
});

describe('monitoring', () => {
  const system = (first: string, second: string) =>
    planOf(
      documentFrom(`
archwright: 1
name: s
components:
  orders: { kind: service, operations: { create: {} } }
  ${first}
  ${second}
`),
      'microservices',
      deployableCatalog,
    );
  const prometheusLine = 'metrics: { kind: monitoring }';
  const collectorLine =
    'telemetry: { kind: monitoring, engine: opentelemetry, endpoint: "https://otlp.example.com:4443" }';

  it.each([
    [prometheusLine, collectorLine],
    [collectorLine, prometheusLine],
  ])('is watched too, whatever comes first: %s', (first, second) => {
    const plan = system(first, second);
    const scraped = plan.edges.filter(({ protocol }) => protocol === 'scrape');
    expect(scraped.map(({ from, to }) => `${from} ${to}`)).toEqual(['metrics orders', 'metrics telemetry']);
  });

  it('may leave the system where its engine says so', () => {
    expect(system(prometheusLine, collectorLine).outside).toEqual([
      { from: 'telemetry', to: 'telemetry-backend', port: 4443 },
    ]);
  });
});
