import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../tests/system/eventually.ts';
import { ConsulStandIn } from '../../../tests/system/registries/consul.ts';
import { Pair } from '../../../tests/system/registries/pair.ts';
import { ConsulRegistry } from './registry.ts';

const RENEW_MS = 20;

describe('services that know each other by Consul', () => {
  let consul: ConsulStandIn;
  let pair: Pair;

  beforeEach(async () => {
    consul = new ConsulStandIn();
    await consul.up();
    pair = new Pair(() => new ConsulRegistry(`${consul.url}/`, RENEW_MS));
  });
  afterEach(async () => {
    await pair.end();
    await consul.down();
  });

  it('find replicas as they come and go, and call them in turn', async () => {
    const caller = pair.call();
    const first = pair.serve(8001);
    await pair.finds(caller, [8001]);
    expect(caller.resolve(pair.service, 'grpc')).toEqual({
      host: '127.0.0.1',
      ports: { http: 8001, grpc: 8002 },
    });
    pair.serve(8003);
    await pair.finds(caller, [8001, 8003]);
    await pair.stop(first);
    await pair.finds(caller, [8003]);
    expect(pair.troubles).toEqual([]);
  });

  it('are left alone while they are not ready', async () => {
    const health = { ready: false };
    const caller = pair.call();
    pair.serve(8001, health);
    pair.serve(8003);
    await pair.finds(caller, [8003]);
    health.ready = true;
    await pair.finds(caller, [8001, 8003]);
    health.ready = false;
    await pair.finds(caller, [8003]);
  });

  it('register again when Consul has forgotten them', async () => {
    const caller = pair.call();
    pair.serve(8001);
    await pair.finds(caller, [8001]);
    consul.forget();
    await pair.finds(caller, [8001]);
    expect(pair.troubles).toEqual([]);
  });

  it('start without Consul, and are found when it comes', async () => {
    await consul.down();
    const caller = pair.call();
    pair.serve(8001);
    await eventually('both have noticed', async () => expect(pair.troubles.length).toBeGreaterThan(1));
    expect(caller.resolve(pair.service, 'http')).toBeUndefined();
    await consul.up();
    await pair.finds(caller, [8001]);
  });

  it('go on calling whom they know while Consul is away, and follow it when it is back with a new history', async () => {
    const caller = pair.call();
    pair.serve(8001);
    await pair.finds(caller, [8001]);
    await consul.down();
    await eventually('both have noticed', async () => expect(pair.troubles.length).toBeGreaterThan(1));
    await pair.finds(caller, [8001]);
    consul.reset();
    await consul.up();
    pair.serve(8003);
    await pair.finds(caller, [8001, 8003]);
  });

  it('take the address of the node where a service has none of its own', async () => {
    const caller = pair.call();
    const url = `${consul.url}/v1/agent/service/register`;
    const Check = {
      CheckID: 'service:x',
      Name: 'x',
      TTL: '30s',
      Status: 'passing',
      DeregisterCriticalServiceAfter: '1m',
    };
    const body = JSON.stringify({ ID: 'x', Name: pair.service, Address: '', Port: 9000, Meta: {}, Check });
    expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
    await pair.finds(caller, [9000]);
    expect(caller.resolve(pair.service, 'http')?.host).toBe('127.0.0.9');
    expect(caller.resolve(pair.service, 'grpc')).toBeUndefined();
  });
});
