import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../tests/system/eventually.ts';
import { EurekaStandIn } from '../../../tests/system/registries/eureka.ts';
import { Pair } from '../../../tests/system/registries/pair.ts';
import { EurekaRegistry } from './registry.ts';

const RENEW_MS = 20;

describe('services that know each other by Eureka', () => {
  let eureka: EurekaStandIn;
  let pair: Pair;

  beforeEach(async () => {
    eureka = new EurekaStandIn();
    await eureka.up();
    pair = new Pair(() => new EurekaRegistry(`${eureka.url}/`, RENEW_MS));
  });
  afterEach(async () => {
    await pair.end();
    await eureka.down();
  });

  it('find replicas as they come and go, by what has changed', async () => {
    const caller = pair.call();
    const first = pair.serve(8001);
    await pair.finds(caller, [8001]);
    expect(caller.resolve(pair.service, 'grpc')).toEqual({
      host: '127.0.0.1',
      ports: { http: 8001, grpc: 8002 },
    });
    const fetches = eureka.fetches;
    const { deltas } = eureka;
    pair.serve(8003);
    await pair.finds(caller, [8001, 8003]);
    await pair.stop(first);
    await pair.finds(caller, [8003]);
    expect(eureka.fetches).toBe(fetches);
    expect(eureka.deltas).toBeGreaterThan(deltas);
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

  it('register again when their leases have run out', async () => {
    const caller = pair.call();
    pair.serve(8001);
    await pair.finds(caller, [8001]);
    eureka.forget();
    await pair.finds(caller, [8001]);
    expect(pair.troubles).toEqual([]);
  });

  it('start without a server, and are found when it comes', async () => {
    await eureka.down();
    const caller = pair.call();
    pair.serve(8001);
    await eventually('both have noticed', async () => expect(pair.troubles.length).toBeGreaterThan(1));
    expect(caller.resolve(pair.service, 'http')).toBeUndefined();
    await eureka.up();
    await pair.finds(caller, [8001]);
  });

  it('go on by their cache while the server is away, and fetch everything where changes were missed', async () => {
    const caller = pair.call();
    const gone = pair.serve(8001);
    await pair.finds(caller, [8001]);
    await eureka.down();
    await eventually('both have noticed', async () => expect(pair.troubles.length).toBeGreaterThan(1));
    await pair.finds(caller, [8001]);
    await pair.stop(gone);
    eureka.reset();
    const { fetches } = eureka;
    await eureka.up();
    pair.serve(8003);
    await pair.finds(caller, [8003]);
    expect(eureka.fetches).toBeGreaterThan(fetches);
  });
});
