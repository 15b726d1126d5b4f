import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';

describe('service', () => {
  it('is built from the generated workspace, by the Dockerfile of its unit', () => {
    const container = plan({ kind: 'service' }, { ...testContext('orders'), unit: 'shop' });
    expect(container.image).toEqual({ build: { context: 'services', dockerfile: 'apps/shop/Dockerfile' } });
    expect(container.metrics).toEqual({ port: 8080, path: '/metrics' });
    expect(container.readOnlyRoot).toBe(true);
  });

  it('has the environment of its connections, over which the document has the last word', () => {
    const context = testContext('orders', { connections: { A_URL: 'http://a', B_URL: 'http://b' } });
    const { env } = plan({ kind: 'service', env: { B_URL: 'http://other', LOG_LEVEL: 'debug' } }, context);
    expect(env).toEqual({
      PORT: '8080',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'debug',
      A_URL: 'http://a',
      B_URL: 'http://other',
    });
  });

  it('runs an image as it is, and asks only whether its port is open', () => {
    const container = plan(
      { kind: 'service', image: 'ghcr.io/acme/legacy:1.4', port: 9000 },
      testContext('legacy'),
    );
    expect(container.image).toEqual({ reference: 'ghcr.io/acme/legacy:1.4' });
    expect(container.readiness).toEqual({ type: 'tcp', port: 9000 });
    expect(container.healthCommand[2]).toBe(
      "grep -qE ':2328 [0-9A-F]+:0000 0A' /proc/net/tcp /proc/net/tcp6",
    );
    expect(container.metrics).toBeUndefined();
  });

  it.each([
    ['./legacy', 'legacy'],
    ['legacy/api', 'legacy/api'],
    ['.', '.'],
  ])('builds existing source in %s', (build, context) => {
    expect(plan({ kind: 'service', build }, testContext('legacy')).image).toEqual({ build: { context } });
  });

  it('listens where generated services do, whatever port it names', () => {
    expect(plan({ kind: 'service', port: 3000 }, testContext('orders')).ports).toEqual([
      { name: 'http', port: 8080, appProtocol: 'http' },
    ]);
  });

  it('scales between its limits', () => {
    const replicas = (scale: object) => plan({ kind: 'service', scale }, testContext('orders')).replicas;
    expect(replicas({})).toEqual({ min: 1, max: 1, cpuTarget: 0.7 });
    expect(replicas({ min: 3 })).toEqual({ min: 3, max: 3, cpuTarget: 0.7 });
    expect(replicas({ max: 5, 'cpu-target': '55%' })).toEqual({ min: 1, max: 5, cpuTarget: 0.55 });
  });
});
