import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EurekaRegistry } from '../../catalog/eureka/runtime/registry.ts';
import { Pair } from '../system/registries/pair.ts';
import { fromEnvironment } from './environment.ts';

const url = fromEnvironment('EUREKA_URL');

describe.skipIf(url === undefined)('a Eureka server', () => {
  let pair: Pair;
  beforeEach(() => {
    pair = new Pair(() => new EurekaRegistry(url ?? '', 1_000));
  });
  afterEach(() => pair.end());

  test('tells services of each other as they come, fail and go', async () => {
    const health = { ready: true };
    const caller = pair.call();
    const first = pair.serve(8001);
    await pair.finds(caller, [8001]);
    pair.serve(8003, health);
    await pair.finds(caller, [8001, 8003]);
    expect(caller.resolve(pair.service, 'grpc')?.ports.grpc).toBeDefined();
    health.ready = false;
    await pair.finds(caller, [8001]);
    await pair.stop(first);
    await pair.finds(caller, []);
    expect(pair.troubles).toEqual([]);
  });
});
