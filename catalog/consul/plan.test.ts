import { describe, expect, it } from 'vitest';
import type { Component } from '#model';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';

const components: Record<string, Component> = {
  orders: { kind: 'service' },
  legacy: { kind: 'service', image: 'legacy:1', port: 9000 },
};
const context = testContext('registry', {
  document: { components },
  addresses: { orders: { host: 'orders', port: 8080 }, legacy: { host: 'legacy', port: 9000 } },
});
const container = plan({ kind: 'discovery' }, context);
const config = JSON.parse(container.files[0]?.content ?? '{}');

describe('Consul', () => {
  it('is one server, which answers by HTTP alone and keeps what it knows', () => {
    expect(container.image).toEqual({ reference: 'hashicorp/consul:1.21' });
    expect(config).toMatchObject({
      server: true,
      bootstrap_expect: 1,
      client_addr: '0.0.0.0',
      ports: { http: 8500, dns: -1 },
    });
    expect(container.volumes.map(({ mountPath }) => mountPath)).toEqual([config.data_dir]);
  });

  it('registers existing software, which does not do so itself, and looks whether it is there', () => {
    expect(config.services).toEqual([
      {
        id: 'legacy',
        name: 'legacy',
        address: 'legacy',
        port: 9000,
        check: {
          id: 'service:legacy',
          name: 'Port 9000 of legacy',
          tcp: 'legacy:9000',
          interval: '10s',
          timeout: '2s',
        },
      },
    ]);
    expect(container.reaches).toEqual([{ unit: 'legacy', port: 9000, protocol: 'health', startup: false }]);
  });
});
