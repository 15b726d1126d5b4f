import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf } from '../../testing/documents.ts';

const text = (engine: string) => `
archwright: 1
name: shop
components:
  orders: { kind: service, operations: { create: { http: POST /orders, calls: [payments.charge, legacy.ask, carrier.ship] } } }
  payments: { kind: service, operations: { charge: {} } }
  legacy: { kind: service, image: "legacy:1", port: 9000 }
  carrier: { kind: external, url: "https://carrier.example.com" }
  registry: { kind: discovery, engine: ${engine} }
layouts:
  plain: { omit: [registry] }
  whole: { units: { all: [orders, payments] } }
`;

const treeOf = (engine: string, layout?: string) =>
  filesOf(documentFrom(text(engine)), ['services', 'discovery', 'compose'], layout);
const mainOf = (engine: string, unit: string, layout?: string) =>
  treeOf(engine, layout).get(`services/apps/${unit}/src/main.ts`)?.content ?? '';

describe.each([
  ['consul', 'CONSUL_HTTP_ADDR', 'http://registry:8500'],
  ['eureka', 'EUREKA_CLIENT_SERVICEURL_DEFAULTZONE', 'http://registry:8761/eureka'],
])('a layout with %s', (engine, variable, address) => {
  it('has its units join it, and resolve the services that they call', () => {
    const main = mainOf(engine, 'orders');
    expect(main).toContain(`import { connectDiscovery } from '@shop/runtime/${engine}';`);
    expect(main).toContain(`url: config.urls.${variable}`);
    expect(main).toContain("services: ['orders'],\n    lookUp: ['payments', 'legacy'],");
    expect(main.match(/resolver: discovery/g)?.length).toBe(2);
    expect(mainOf(engine, 'payments')).toContain('  unit.join(connectDiscovery({');
  });

  it('tells every generated service where it is, and none waits for it', () => {
    const compose = treeOf(engine).get('compose.app.yaml')?.content ?? '';
    expect(compose.split(`${variable}: ${address}`).length - 1).toBe(2);
  });

  it('registers all services of a unit, which call each other as functions', () => {
    const main = mainOf(engine, 'all', 'whole');
    expect(main).toContain("services: ['orders', 'payments'],\n    lookUp: ['legacy'],");
    expect(main.match(/resolver: discovery/g)?.length).toBe(1);
  });

  it('changes nothing in the business code, nor in a layout that leaves it out', () => {
    const modules = (layout?: string) =>
      [...treeOf(engine, layout)]
        .filter(([path]) => path.startsWith('services/modules/'))
        .map(([path, file]) => [path, file.content]);
    expect(modules('plain')).toEqual(modules());
    expect(mainOf(engine, 'orders', 'plain')).not.toMatch(/discovery|resolver/i);
    expect([...treeOf(engine, 'plain').keys()].filter((path) => path.startsWith('discovery/'))).toEqual([]);
  });
});

describe('the names of the cluster', () => {
  it('need no code, and nothing that runs', () => {
    expect(mainOf('kubernetes', 'orders')).not.toMatch(/discovery|resolver/i);
    expect(treeOf('kubernetes').get('compose.app.yaml')?.content).not.toContain('registry');
  });
});

describe('what a registry is made of', () => {
  it('is in the output folder of its own', () => {
    const paths = (engine: string) =>
      [...treeOf(engine).keys()].filter((path) => path.startsWith('discovery/'));
    expect(paths('consul')).toEqual(['discovery/registry/consul.json']);
    expect(paths('eureka')).toEqual([
      'discovery/registry/.dockerignore',
      'discovery/registry/Dockerfile',
      'discovery/registry/pom.xml',
      'discovery/registry/src/main/java/archwright/discovery/Registry.java',
      'discovery/registry/src/main/resources/application.yaml',
    ]);
  });
});
