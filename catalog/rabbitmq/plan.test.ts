import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';

describe('RabbitMQ', () => {
  const container = plan({ kind: 'queue', storage: '2Gi' }, testContext('shop-events'));

  it('finds its data again, whatever the machine is called', () => {
    expect(container.env.RABBITMQ_NODENAME).toBe('rabbit@localhost');
    expect(container.volumes).toEqual([{ name: 'data', mountPath: '/var/lib/rabbitmq', size: '2Gi' }]);
  });

  it('keeps the Erlang cookie off the volume, where a group could read it', () => {
    expect(container.env.HOME).toBe('/tmp');
    expect(container.scratch.map(({ path }) => path)).toEqual(['/tmp']);
  });

  it('has an account of its own, whose password stands in no file', () => {
    expect(container.env.BROKER_PASSWORD).toEqual({ secret: 'SHOP_EVENTS_PASSWORD' });
    const script = container.files.find(({ path }) => path.endsWith('start.sh'))?.content;
    expect(script).toContain('"name": "app", "password": "$password"');
    expect(container.command).toEqual(['/bin/sh', '/etc/rabbitmq/start.sh']);
  });

  it('tells how it does, and what of that should alarm', () => {
    expect(container.metrics).toMatchObject({ port: 15692, path: '/metrics' });
    expect(container.metrics?.alerts?.map(({ name }) => name)).toEqual([
      'QueueBacklog',
      'BrokerOutOfResources',
    ]);
  });
});
