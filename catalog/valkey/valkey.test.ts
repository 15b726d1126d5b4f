import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { valkeyDeployment } from './deployment.ts';

describe('Valkey', () => {
  const container = valkeyDeployment.plan?.({ kind: 'cache', engine: 'valkey' }, testContext('carts'));

  it('runs by its own programs, from its own image', () => {
    expect(container?.image).toEqual({ reference: 'valkey/valkey:8-alpine' });
    expect(container?.command?.[2]).toMatch(/^exec valkey-server - /);
    expect(container?.healthCommand[2]).toBe('valkey-cli ping | grep -q PONG');
  });

  it('is reached as Redis is', () => {
    const environment = valkeyDeployment.connector?.environment(
      'carts',
      { kind: 'cache', engine: 'valkey' },
      testContext('orders', { addresses: { carts: { host: 'carts', port: 6379 } } }),
    );
    expect(environment).toEqual({
      CARTS_URL: { parts: ['redis://:', { secret: 'CARTS_PASSWORD' }, '@carts:6379'] },
    });
  });
});
