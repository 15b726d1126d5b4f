import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { opentelemetry } from './index.ts';
import { ambient, plan } from './plan.ts';

type Section = Record<string, Record<string, unknown>>;
interface Config {
  receivers: Section;
  processors: Section;
  exporters: Section;
  extensions: Section;
  service: { extensions: string[]; pipelines: Record<string, Record<string, string[]>> };
}

const planned = (component: object = {}) =>
  plan({ kind: 'monitoring', ...component }, testContext('telemetry'));
const configOf = (component: object = {}) => load(planned(component).files[0]?.content ?? '') as Config;

describe('the OpenTelemetry collector', () => {
  it.each([{}, { endpoint: 'https://otlp.example.com', sampling: '10%' }])(
    'has pipelines of parts that are configured, and configures no part in vain (%j)',
    (component) => {
      const config = configOf(component);
      for (const part of ['receivers', 'processors', 'exporters'] as const) {
        const used = Object.values(config.service.pipelines).flatMap((pipeline) => pipeline[part] ?? []);
        expect([...new Set(used)].sort()).toEqual(Object.keys(config[part]).sort());
      }
      expect(config.service.extensions).toEqual(Object.keys(config.extensions));
      expect(Object.keys(config.service.pipelines)).toEqual(['traces', 'metrics', 'logs']);
    },
  );

  it('refuses before it works, and batches last', () => {
    const { processors = [] } = configOf({ sampling: '10%' }).service.pipelines.traces ?? {};
    expect(processors).toEqual(['memory_limiter', 'probabilistic_sampler', 'batch']);
    expect(configOf({ sampling: '10%' }).processors.probabilistic_sampler).toEqual({
      sampling_percentage: 10,
    });
  });

  it('writes to its log until it is told where to send', () => {
    expect(configOf().exporters).toEqual({ debug: { verbosity: 'basic' } });
    expect(planned().outside).toEqual([]);
    expect(opentelemetry.subtitle({ kind: 'monitoring' })).toBe('otlp 0.136 · to its log');
  });

  it('sends to its backend, and takes the header from a secret', () => {
    const component = { endpoint: 'https://otlp.example.com/$x', authorization: true };
    expect(configOf(component).exporters.otlphttp).toMatchObject({
      endpoint: 'https://otlp.example.com/$$x',
      headers: { Authorization: `\${env:OTLP_AUTHORIZATION}` },
    });
    const { env, outside } = planned(component);
    expect(env.OTLP_AUTHORIZATION).toEqual({ secret: 'TELEMETRY_AUTHORIZATION' });
    expect(outside).toEqual([{ name: 'telemetry-backend', url: component.endpoint }]);
    expect(planned({ authorization: true }).env.OTLP_AUTHORIZATION).toBeUndefined();
    expect(opentelemetry.subtitle({ kind: 'monitoring', ...component })).toContain('otlp.example.com');
  });

  it('keeps its heap below what it may use', () => {
    expect(planned().env.GOMEMLIMIT).toBe('204MiB');
    expect(planned({ resources: { memory: '1Gi' } }).env.GOMEMLIMIT).toBe('819MiB');
  });

  it('is found by every generated service, none of which waits for it', () => {
    const context = testContext('telemetry', { addresses: { telemetry: { host: 'telemetry', port: 4318 } } });
    expect(ambient({ kind: 'monitoring' }, context)).toEqual({
      environment: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://telemetry:4318' },
      reaches: [{ unit: 'telemetry', port: 4318, protocol: 'otlp', startup: false }],
    });
  });
});
