import { describe, expect, test } from 'vitest';
import { apiOf } from './api.ts';
import { fromEnvironment } from './environment.ts';

/** `http://HOST:4318`: a collector with the generated configuration. */
const collector = fromEnvironment('OTLP_URL');

describe.skipIf(collector === undefined)('the OpenTelemetry collector', () => {
  test('takes spans as services send them', async () => {
    const now = `${Date.now()}000000`;
    const span = {
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      spanId: '00f067aa0ba902b7',
      name: 'POST /orders',
      kind: 2,
      startTimeUnixNano: now,
      endTimeUnixNano: now,
    };
    const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'orders' } }] };
    const answer = await apiOf(collector ?? '')('POST', '/v1/traces', {
      resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }],
    });
    expect(answer).toEqual({ partialSuccess: {} });
  });
});
