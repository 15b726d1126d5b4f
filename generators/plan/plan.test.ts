import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import { formatPlan } from './format.ts';
import { DEFAULT_LAYOUT, layoutsOf } from './layouts.ts';
import { planOf } from './plan-of.ts';

const shop = documentFrom(SMALL_SHOP);
const planText = (layout: string, text = SMALL_SHOP) =>
  formatPlan(planOf(documentFrom(text), layout, catalog));
const linesOf = (text: string, start: string) => text.split('\n').filter((line) => line.startsWith(start));

/** The block of one unit, without its heading's name. */
const unitText = (text: string, name: string) =>
  new RegExp(`^unit ${name} \\(.*\\n(?: {2}.*\\n)*`, 'm').exec(text)?.[0];

describe('plan', () => {
  it('says who may talk to whom: callers to callees, consumers to their queue, monitoring to all that has metrics', () => {
    const text = planText(DEFAULT_LAYOUT);
    expect(linesOf(text, 'edge')).toEqual([
      'edge edge -> orders:8080 rest, startup',
      'edge metrics -> events:15692 scrape',
      'edge metrics -> orders:8080 scrape',
      'edge metrics -> payments:8080 scrape',
      'edge orders -> events:5672 messaging, startup',
      'edge orders -> orders-db:5432 sql, startup',
      'edge orders -> payments:8080 rest, startup',
      'edge payments -> events:5672 messaging, startup',
      'edge payments -> rates:6379 redis, startup',
    ]);
    expect(linesOf(text, 'outside')).toEqual(['outside payments -> bank:8443']);
  });

  it('describes a generated service with the environment by which it finds the others', () => {
    expect(unitText(planText(DEFAULT_LAYOUT), 'orders')).toBe(
      [
        'unit orders (service, context ordering)',
        '  image built in services by apps/orders/Dockerfile',
        '  user 1000:1000, root read-only',
        '  replicas 2-6 at 60% CPU, 100m CPU, 192Mi',
        '  env EVENTS_URL=amqp://app:{EVENTS_PASSWORD}@events:5672',
        '  env HOST=0.0.0.0',
        '  env LOG_LEVEL=info',
        '  env ORDERS_DB_URL=postgres://app:{ORDERS_DB_PASSWORD}@orders-db:5432/orders',
        '  env PAYMENTS_URL=http://payments:8080',
        '  env PORT=8080',
        '  port http 8080 http',
        '  scratch /tmp 64Mi',
        '  ready http :8080/readyz',
        '  alive http :8080/healthz',
        '  start within 60 s, stop within 30 s',
        '  metrics :8080/metrics',
        '',
      ].join('\n'),
    );
  });

  it("deploys neither clients nor what is somebody else's", () => {
    expect(linesOf(planText(DEFAULT_LAYOUT), 'unit').map((line) => line.split(' ')[1])).toEqual([
      'edge',
      'orders',
      'payments',
      'orders-db',
      'rates',
      'events',
      'metrics',
    ]);
  });

  it('packs services into one unit that needs what they need together', () => {
    const text = planText('monolith');
    expect(linesOf(text, 'unit shop')).toEqual(['unit shop (service): orders, payments']);
    const unit = unitText(text, 'shop') ?? '';
    expect(unit).toContain('apps/shop/Dockerfile');
    expect(unit).toContain('  replicas 2-6 at 60% CPU, 200m CPU, 384Mi\n');
    expect(unit).toContain('  env BANK_URL=https://bank.example.com:8443/api\n');
    expect(unit).not.toContain('PAYMENTS_URL');
    expect(linesOf(text, 'edge')).toEqual([
      'edge edge -> shop:8080 rest, startup',
      'edge shop -> events:5672 messaging, startup',
      'edge shop -> orders-db:5432 sql, startup',
      'edge shop -> rates:6379 redis, startup',
    ]);
  });

  it('leaves out what the layout omits', () => {
    expect(linesOf(planText('monolith'), 'unit metrics')).toEqual([]);
  });

  it('lists each secret once, sorted', () => {
    expect(planOf(shop, DEFAULT_LAYOUT, catalog).secrets.map(({ key }) => key)).toEqual([
      'EVENTS_PASSWORD',
      'ORDERS_DB_PASSWORD',
      'RATES_PASSWORD',
    ]);
  });

  it('opens a service to the outside that clients call past any gateway', () => {
    const text = planText(
      DEFAULT_LAYOUT,
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: client }\n  b: { kind: service }\nconnections: [{ from: a, to: b }]\n',
    );
    expect(linesOf(text, 'unit')).toEqual(['unit b (service, exposed *:8080)']);
  });

  it('keeps a packed unit apart from a component that has its name', () => {
    const plan = planOf(
      { ...shop, layouts: { packed: { units: { events: ['orders', 'payments'] } } } },
      'packed',
      catalog,
    );
    expect(plan.units.map(({ name }) => name)).toEqual([
      'edge',
      'events-2',
      'orders-db',
      'rates',
      'events',
      'metrics',
    ]);
  });

  it('never packs existing software', () => {
    const text = planText(
      'packed',
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service }\n  b: { kind: service, image: "x:1" }\nlayouts: { packed: { units: { u: [a, b] } } }\n',
    );
    expect(linesOf(text, 'unit').map((line) => line.split(' ')[1])).toEqual(['u', 'b']);
  });

  it('gives a sketched API an address that never resolves', () => {
    const text = planText(
      DEFAULT_LAYOUT,
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service }\n  b: { kind: external }\nconnections: [{ from: a, to: b }]\n',
    );
    expect(text).toContain('env B_URL=https://b.invalid');
    expect(text).toContain('outside a -> b:443');
  });

  it.each([
    ['http://api.example.com', 80],
    ['https://api.example.com/x:9', 443],
    ['http://user:pw@api.example.com:8081/x', 8081],
    ['https://[::1]:9443/', 9443],
  ])('knows the port of %s', (url, port) => {
    const text = planText(
      DEFAULT_LAYOUT,
      JSON.stringify({
        archwright: 1,
        name: 's',
        components: { a: { kind: 'service' }, b: { kind: 'external', url } },
        connections: [{ from: 'a', to: 'b' }],
      }),
    );
    expect(linesOf(text, 'outside')).toEqual([`outside a -> b:${port}`]);
  });
});

describe('layouts', () => {
  it('begin with the default one, written or not', () => {
    expect(layoutsOf(shop)).toEqual(['microservices', 'monolith']);
    expect(layoutsOf({ ...shop, layouts: { z: null, microservices: {} } })).toEqual(['microservices', 'z']);
  });

  it('that do not exist are refused by name', () => {
    expect(() => planOf(shop, 'galaxy', catalog)).toThrow(
      'There is no layout "galaxy"; there are microservices, monolith.',
    );
  });
});
