import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Component, Connection } from '#model';
import { testContext } from '../testing/context.ts';
import { declarative } from './declarative.ts';
import type { KongComponent } from './fields.ts';
import { plan } from './plan.ts';
import { startScript } from './start.ts';
import { type KongConfig, kongSchema } from './testing/schema.ts';

const components: Record<string, Component> = {
  orders: { kind: 'service' },
  web: { kind: 'service', image: 'web:1' },
  payments: { kind: 'service' },
};
const addresses = {
  orders: { host: 'orders', port: 8080 },
  web: { host: 'web', port: 3000 },
  payments: { host: 'payments', port: 50_051 },
};

function contextWith(connections: Connection[] = []) {
  return testContext('edge', { addresses, document: { components, connections } });
}

function configure(component: Partial<KongComponent>, connections: Connection[] = []): KongConfig {
  const text = declarative({ kind: 'gateway', engine: 'kong', ...component }, contextWith(connections));
  return kongSchema.parse(load(text));
}

/** The route that Kong's router would take: of those that match, the one with the highest priority. */
function routed({ services, routes }: KongConfig, path: string): string | undefined {
  const all = [
    ...services.flatMap((service) => service.routes.map((route) => ({ route, to: service.name }))),
    ...routes.map((route) => ({ route, to: route.name })),
  ];
  return all
    .filter(({ route }) => route.paths.some((one) => new RegExp(`^${one.slice(1)}`).test(path)))
    .toSorted((a, b) => (b.route.regex_priority ?? 0) - (a.route.regex_priority ?? 0))[0]?.to;
}

describe('Kong', () => {
  it('routes a prefix and all below it, the longest first, and nothing that only begins alike', () => {
    const config = configure({ routes: { '/': 'web', '/orders': 'orders', '/orders/v1.2/': 'payments' } });
    expect(routed(config, '/orders')).toBe('orders');
    expect(routed(config, '/orders/7')).toBe('orders');
    expect(routed(config, '/orders/v1.2/x')).toBe('payments');
    expect(routed(config, '/orders/v1x2/x')).toBe('orders');
    expect(routed(config, '/orders-of-others')).toBe('web');
    expect(routed(config, '/metrics')).toMatch(/hidden|-2f-metrics/);
    expect(configure({ routes: { '/gone': 'gone' } }).services).toEqual([]);
  });

  it('asks generated services whether they are ready, and others only whether they are there', () => {
    const { upstreams } = configure({ routes: { '/orders': 'orders', '/web': 'web' } });
    const types = upstreams.map(({ name, healthchecks }) => [
      name,
      healthchecks.active.type,
      healthchecks.active.http_path,
    ]);
    expect(types).toEqual([
      ['orders.upstream', 'http', '/readyz'],
      ['web.upstream', 'tcp', undefined],
    ]);
  });

  it('waits and tries as the connection says, else as the gateway does', () => {
    const { services } = configure({ timeout: '5s', routes: { '/orders': 'orders', '/web': 'web' } }, [
      { from: 'edge', to: 'orders', timeout: '300ms', retries: 3 },
    ]);
    expect(services.map(({ read_timeout, retries }) => [read_timeout, retries])).toEqual([
      [300, 3],
      [5000, 1],
    ]);
  });

  it('leads gRPC by the package of its calls, as a service of its own', () => {
    const config = configure({ routes: { '/payments': 'payments' } }, [
      { from: 'edge', to: 'payments', protocol: 'grpc' },
    ]);
    expect(config.services.map(({ name, protocol }) => [name, protocol])).toEqual([
      ['payments', 'http'],
      ['payments.grpc', 'grpc'],
    ]);
    expect(routed(config, '/shop.payments.v1.PaymentsService/Charge')).toBe('payments.grpc');
    const { env } = plan(
      { kind: 'gateway' },
      contextWith([{ from: 'edge', to: 'payments', protocol: 'grpc' }]),
    );
    expect(env.KONG_PROXY_LISTEN).toContain('http2');
  });

  it('limits, measures and answers browsers', () => {
    const plugins = (component: Partial<KongComponent>) =>
      new Map(configure(component).plugins.map(({ name, config }) => [name, config]));
    expect([...plugins({}).keys()]).toEqual(['correlation-id', 'request-size-limiting', 'prometheus']);
    expect(plugins({ 'body-limit': '2Mi' }).get('request-size-limiting')).toMatchObject({
      allowed_payload_size: 2048,
    });
    expect(plugins({ 'rate-limit': '100/s' }).get('rate-limiting')).toMatchObject({
      second: 100,
      limit_by: 'ip',
    });
    expect(plugins({ 'rate-limit': '30/m' }).get('rate-limiting')).toMatchObject({ minute: 30 });
    expect(plugins({ 'rate-limit': '7/h', auth: 'key' }).get('rate-limiting')).toMatchObject({
      hour: 7,
      limit_by: 'consumer',
    });
    expect(plugins({ 'cors-origins': ['https://a.example.com', '*'] }).get('cors')).toMatchObject({
      origins: ['*'],
    });
  });

  it('has its credentials from the environment, in no file', () => {
    for (const auth of ['jwt', 'key'] as const) {
      const container = plan({ kind: 'gateway', auth, consumers: ['web', 'partner'] }, contextWith());
      expect(container.env.EDGE_WEB_CREDENTIAL).toEqual({ secret: 'EDGE_WEB_CREDENTIAL' });
      const content = container.files[0]?.content ?? '';
      // biome-ignore lint/suspicious/noTemplateCurlyInString: text that the start fills in
      expect(content).toContain('${EDGE_PARTNER_CREDENTIAL}');
      expect(kongSchema.parse(load(content)).consumers.map(({ username }) => username)).toEqual([
        'web',
        'partner',
      ]);
    }
    expect(configure({ auth: 'jwt' }).consumers.map(({ username }) => username)).toEqual(['client']);
    expect(configure({ consumers: ['idle'] }).consumers).toEqual([]);
  });

  it('fills credentials in at the start, without a trace on any command line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'archwright-kong-'));
    const container = plan({ kind: 'gateway', auth: 'key', consumers: ['web'] }, contextWith());
    writeFileSync(join(folder, 'kong.yml'), container.files[0]?.content ?? '');
    const script = (container.files[1]?.content ?? '')
      .replaceAll('/etc/kong/', `${folder}/`)
      .replaceAll('/run/kong/kong.yml', `${folder}/filled.yml`)
      .replace('exec /docker-entrypoint.sh kong docker-start', 'true');
    execFileSync('sh', ['-c', script], { env: { ...process.env, EDGE_WEB_CREDENTIAL: 'S3cretValue' } });
    const filled = kongSchema.parse(load(readFileSync(join(folder, 'filled.yml'), 'utf8')));
    expect(filled.consumers).toEqual([{ username: 'web', keyauth_credentials: [{ key: 'S3cretValue' }] }]);
    rmSync(folder, { recursive: true });
    expect(startScript([])).toContain('<<RULES\nRULES\n');
  });

  it('is what its schema says, whatever is routed', () => {
    const path = fc.stringMatching(/^\/[A-Za-z0-9\-._~/]{0,30}$/);
    const routes = fc.dictionary(path, fc.constantFrom('orders', 'web', 'payments', 'gone'), { maxKeys: 8 });
    fc.assert(
      fc.property(routes, (given) => {
        const config = configure({ routes: given });
        for (const [prefix, service] of Object.entries(given))
          if (service !== 'gone') expect(routed(config, prefix)).toBeDefined();
      }),
    );
  });
});
