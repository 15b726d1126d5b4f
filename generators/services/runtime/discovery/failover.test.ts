import { describe, expect, it } from 'vitest';
import { InvalidError, TimeoutError, UnavailableError } from '../errors.ts';
import { atInstance } from './failover.ts';
import { Instances } from './instances.ts';
import type { Instance, Resolver } from './resolver.ts';

const at = (port: number): Instance => ({ host: '10.0.0.1', ports: { http: port } });

/** A registry that knows these replicas of one service, on a clock that a test moves. */
function registryOf(...replicas: Instance[]) {
  const clock = { now: 0 };
  const instances = new Instances(() => clock.now);
  instances.replace(replicas);
  const resolver: Resolver = {
    resolve: (_service, spoken) => instances.next(spoken),
    reject: (_service, instance) => instances.reject(instance),
  };
  return { clock, instances, resolver };
}

function attempts(resolver: Resolver | undefined, fail: (url: string) => Error | undefined) {
  const asked: string[] = [];
  const call = () =>
    atInstance({ target: 'orders', spoken: 'http', url: 'http://orders:8080', resolver }, async (url) => {
      asked.push(url);
      const error = fail(url);
      if (error !== undefined) throw error;
      return 'answer';
    });
  return { asked, call };
}

describe('a call by way of a registry', () => {
  it('goes to the plain address where there is no registry, or where it knows none', async () => {
    for (const resolver of [undefined, registryOf().resolver]) {
      const { asked, call } = attempts(resolver, () => undefined);
      expect(await call()).toBe('answer');
      expect(asked).toEqual(['http://orders:8080']);
    }
  });

  it('goes to the replicas in turn', async () => {
    const { asked, call } = attempts(registryOf(at(1), at(2)).resolver, () => undefined);
    for (let turn = 0; turn < 4; turn += 1) await call();
    expect(asked).toEqual([1, 2, 1, 2].map((port) => `http://10.0.0.1:${port}`));
  });

  it('passes by a replica that is gone, and leaves it out for ten seconds', async () => {
    const { clock, resolver } = registryOf(at(1), at(2));
    const gone = (url: string) => (url.endsWith(':1') ? new UnavailableError('nobody there') : undefined);
    const { asked, call } = attempts(resolver, gone);
    await call();
    await call();
    expect(asked.map((url) => url.slice(-1))).toEqual(['1', '2', '2']);
    clock.now = 10_000;
    await call();
    await call();
    expect(asked.map((url) => url.slice(-1)).slice(3)).toContain('1');
  });

  it('ends at the plain address where every replica is gone', async () => {
    const gone = (url: string) =>
      url.includes('10.0.0.1') ? new UnavailableError('nobody there') : undefined;
    const { asked, call } = attempts(registryOf(at(1), at(2), at(3), at(4), at(5)).resolver, gone);
    expect(await call()).toBe('answer');
    expect(asked.length).toBe(4);
    expect(asked.at(-1)).toBe('http://orders:8080');
  });

  it('is not made twice where the first may have been acted upon', async () => {
    for (const error of [
      new InvalidError('no'),
      new TimeoutError('too late'),
      new UnavailableError('half done', { repeatable: false }),
    ]) {
      const { asked, call } = attempts(registryOf(at(1), at(2)).resolver, () => error);
      await expect(call()).rejects.toBe(error);
      expect(asked.length).toBe(1);
    }
  });
});

describe('replicas of a service', () => {
  it('stay left out when the registry, which is late, names them again, and come back once it had dropped them', () => {
    const { instances } = registryOf(at(1));
    instances.reject(at(1));
    instances.replace([at(1)]);
    expect(instances.next('http')).toBeUndefined();
    instances.replace([]);
    instances.replace([at(1)]);
    expect(instances.next('http')).toEqual(at(1));
  });

  it('are asked for what they speak', () => {
    const { instances } = registryOf(at(1), { host: '::1', ports: { http: 2, grpc: 3 } });
    expect(instances.next('grpc')?.ports.grpc).toBe(3);
    expect(instances.next('grpc')?.ports.grpc).toBe(3);
  });
});
