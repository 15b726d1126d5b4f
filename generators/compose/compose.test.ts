import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import type { ComposeFile } from './types.ts';

function composeOf(text: string, layout?: string) {
  const files = filesOf(documentFrom(text), ['compose'], layout);
  return { files, app: load(files.get('compose.app.yaml')?.content ?? '') as ComposeFile };
}

const { files, app } = composeOf(SMALL_SHOP);
const { services, networks, volumes } = app;

describe('Compose', () => {
  it('is started without flags: the project names the file of secrets', () => {
    expect(load(files.get('compose.yaml')?.content ?? '')).toEqual({
      name: 'shop',
      include: [{ path: 'compose.app.yaml', env_file: 'kubernetes/base/secrets.env' }],
    });
    expect(files.get('kubernetes/base/secrets.env')).toMatchObject({
      owner: 'user',
      secrets: ['EVENTS_PASSWORD', 'ORDERS_DB_PASSWORD', 'RATES_PASSWORD'],
    });
  });

  it('names no file of secrets where there are none', () => {
    const lone = composeOf('archwright: 1\nname: s\ncomponents: { a: { kind: service } }\n');
    expect(load(lone.files.get('compose.yaml')?.content ?? '')).toEqual({
      name: 's',
      include: [{ path: 'compose.app.yaml' }],
    });
    expect([...lone.files.keys()]).not.toContain('kubernetes/base/secrets.env');
  });

  it('gives every service a health check, bounds, and no more rights than it needs', () => {
    for (const service of Object.values(services)) {
      expect(service.healthcheck.test[0]).toBe('CMD');
      expect(service.user).toMatch(/^[1-9]\d*:\d+$/);
      expect(service).toMatchObject({
        read_only: true,
        restart: 'unless-stopped',
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        deploy: {
          resources: { limits: { cpus: expect.any(String), memory: expect.stringMatching(/^\d+M$/) } },
        },
      });
    }
  });

  it('starts a service when what it needs is healthy', () => {
    expect(services.orders?.depends_on).toEqual({
      events: { condition: 'service_healthy' },
      'orders-db': { condition: 'service_healthy' },
      payments: { condition: 'service_healthy' },
    });
    expect(services.metrics?.depends_on).toBeUndefined();
  });

  it('keeps contexts apart: only callers join the network of whom they call', () => {
    const joined = Object.fromEntries(
      Object.entries(services).map(([name, service]) => [name, Object.keys(service.networks)]),
    );
    expect(joined).toEqual({
      edge: ['entrance', 'ordering', 'system'],
      events: ['system'],
      metrics: ['ordering', 'payment', 'system'],
      orders: ['ordering', 'payment', 'system'],
      'orders-db': ['ordering'],
      payments: ['outside', 'payment', 'system'],
      rates: ['payment'],
    });
  });

  it('gives a way out only to what is published or calls outside', () => {
    expect(networks).toEqual({
      entrance: {},
      ordering: { internal: true },
      outside: {},
      payment: { internal: true },
      system: { internal: true },
    });
  });

  it('publishes the gateway alone, on this machine alone, once', () => {
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['edge']);
    expect(services.edge?.ports).toEqual([
      {
        target: 8080,
        published: `\${EDGE_PORT:-8080}`,
        host_ip: `\${BIND_ADDRESS:-127.0.0.1}`,
        protocol: 'tcp',
      },
    ]);
    expect(services.edge?.deploy.replicas).toBeUndefined();
    expect(services.orders?.deploy.replicas).toBe(2);
  });

  it('gives several entrances ports of their own, gateways first', () => {
    const both = composeOf(
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service }\n  c: { kind: client }\n  g: { kind: gateway, routes: { /: a } }\nconnections: [{ from: c, to: a }]\n',
    );
    expect(both.app.services.g?.ports?.[0]?.published).toBe(`\${G_PORT:-8080}`);
    expect(both.app.services.a?.ports?.[0]?.published).toBe(`\${A_PORT:-8081}`);
    expect(both.files.get('.env.example')?.content).toContain('G_PORT=8080\n');
  });

  it('keeps data in named volumes and mounts configuration read-only', () => {
    expect(volumes).toEqual({ 'events-data': {}, 'metrics-data': {}, 'orders-db-data': {} });
    expect(services['orders-db']?.volumes).toEqual([
      { type: 'volume', source: 'orders-db-data', target: '/var/lib/postgresql/data' },
    ]);
    const mounted = Object.values(services)
      .flatMap((service) => service.volumes ?? [])
      .filter((mount) => mount.type === 'bind');
    for (const { source, read_only } of mounted) {
      expect(read_only).toBe(true);
      expect([...files.keys()]).toContain(source.replace('./', ''));
    }
    expect(mounted).toHaveLength(7);
  });

  it('builds generated services, and leaves the place of their images open', () => {
    expect(services.orders).toMatchObject({
      image: `\${REGISTRY:-shop}/orders:\${TAG:-latest}`,
      build: { context: './services', dockerfile: 'apps/orders/Dockerfile' },
    });
  });

  it('starts monitoring only where it is asked for', () => {
    expect(services.metrics?.profiles).toEqual(['monitoring']);
    expect(services.orders?.profiles).toBeUndefined();
  });

  it('lets monitoring reach every replica by one name', () => {
    expect(services.orders?.networks).toEqual({
      ordering: { aliases: ['orders-replicas'] },
      payment: {},
      system: {},
    });
  });

  it('asks for each secret where it is used, and says where it belongs', () => {
    const url = `postgres://app:\${ORDERS_DB_PASSWORD:?set it in kubernetes/base/secrets.env}@orders-db:5432/orders`;
    expect(services.orders?.environment?.ORDERS_DB_URL).toBe(url);
    expect(services.payments?.environment?.EVENTS_URL).toContain(`\${EVENTS_PASSWORD:?`);
    expect(JSON.stringify(services.payments?.environment)).not.toContain('ORDERS_DB_PASSWORD');
  });

  it('leaves $ to the shell of the container', () => {
    expect(services.rates?.entrypoint?.[2]).toContain('requirepass $$REDISCLI_AUTH');
  });

  it('does not mistake a context for one of its own networks', () => {
    const text =
      'archwright: 1\nname: s\ncomponents:\n  g: { kind: gateway, context: entrance }\n  a: { kind: service, context: default }\n  b: { kind: service, context: system }\n  c: { kind: service }\n';
    const one = composeOf(text).app;
    expect(Object.keys(one.services.g?.networks ?? {})).toEqual(['entrance', 'entrance-2']);
    expect(one.networks.entrance).toEqual({ internal: true });
    expect(Object.keys(one.services.a?.networks ?? {})).toEqual(['default-2']);
    expect(Object.keys(one.services.b?.networks ?? {})).toEqual(['system']);
    expect(Object.keys(one.services.c?.networks ?? {})).toEqual(['system-2']);
  });
});
