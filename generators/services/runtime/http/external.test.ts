import { expect, it } from 'vitest';
import { UpstreamError } from '../errors.ts';
import { createMetrics } from '../metrics.ts';
import { createExternal } from './external.ts';

it('says why an API cannot be called whose contract for gRPC is not known', async () => {
  const legacy = createExternal(
    'legacy',
    { doIt: 'do-it' },
    {
      service: 'orders',
      url: 'grpc://legacy:9000',
      timeoutMs: 1_000,
      retries: 0,
      metrics: createMetrics('test', { runtime: false }),
    },
  );
  await expect(legacy.doIt({})).rejects.toThrow(
    new UpstreamError(
      'legacy cannot be called: its contract is not known. Make a client from its .proto file.',
    ),
  );
});
