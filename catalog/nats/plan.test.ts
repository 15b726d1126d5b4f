import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { natsConf } from './conf.ts';
import { connector } from './connector.ts';
import { plan } from './plan.ts';

describe('NATS', () => {
  const container = plan(
    { kind: 'queue', engine: 'nats', storage: '10Gi', 'max-payload': '2Mi' },
    testContext('shop-events'),
  );

  it('keeps its streams on a volume that any account may write to', () => {
    expect(container.volumes).toEqual([{ name: 'data', mountPath: '/var/tmp', size: '10Gi' }]);
    expect(container.files[0]?.content).toContain('store_dir: "/var/tmp"');
  });

  it('refuses messages before the volume is full, and those that are too large', () => {
    const [file] = container.files;
    expect(file).toMatchObject({
      path: 'messaging/shop-events/server.conf',
      mountPath: '/etc/nats/server.conf',
    });
    expect(file?.content).toContain(`max_file_store: ${9 * 1024 ** 3}\n`);
    expect(file?.content).toContain(`max_payload: ${2 * 1024 ** 2}\n`);
  });

  it('takes its password from a secret, quoted, and never from the file', () => {
    expect(container.env).toEqual({
      NATS_PASSWORD: { parts: ['"', { secret: 'SHOP_EVENTS_PASSWORD' }, '"'] },
    });
    expect(natsConf('shop-events', { kind: 'queue' })).toContain('{ user: app, password: $NATS_PASSWORD }');
  });

  it('is found by services with its account and address', () => {
    const context = testContext('orders', { addresses: { 'shop-events': { host: 'bus', port: 4222 } } });
    expect(connector.environment('shop-events', { kind: 'queue' }, context)).toEqual({
      SHOP_EVENTS_URL: { parts: ['nats://app:', { secret: 'SHOP_EVENTS_PASSWORD' }, '@bus:4222'] },
    });
  });
});
