import { parsePercentage } from '#model';
import { toYaml } from '../yaml.ts';
import { DEFAULT_SAMPLING, type OpentelemetryComponent } from './fields.ts';
import { HEALTH_PORT, METRICS_PORT, OTLP_GRPC_PORT, OTLP_HTTP_PORT } from './names.ts';

/** Environment variable that the configuration takes the header from: secrets stay out of files. */
export const AUTHORIZATION = 'OTLP_AUTHORIZATION';
const ANYWHERE = '0.0.0.0';

/**
 * The collector's configuration: OTLP in, OTLP out. https://opentelemetry.io/docs/collector/configuration/
 *
 * The memory limiter comes first, so that the collector refuses what it cannot hold before it works on it; batches
 * come last.
 */
export function collectorConfig(component: OpentelemetryComponent): string {
  const share = parsePercentage(component.sampling ?? DEFAULT_SAMPLING);
  const sampler = share < 1 ? ['probabilistic_sampler'] : [];
  const exporter = component.endpoint === undefined ? 'debug' : 'otlphttp';
  const pipeline = (...between: string[]) => ({
    receivers: ['otlp'],
    processors: ['memory_limiter', ...between, 'batch'],
    exporters: [exporter],
  });
  return toYaml({
    extensions: { health_check: { endpoint: `${ANYWHERE}:${HEALTH_PORT}` } },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: `${ANYWHERE}:${OTLP_GRPC_PORT}` },
          http: { endpoint: `${ANYWHERE}:${OTLP_HTTP_PORT}` },
        },
      },
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 20 },
      probabilistic_sampler: share < 1 ? { sampling_percentage: share * 100 } : undefined,
      batch: { timeout: '1s', send_batch_size: 1024, send_batch_max_size: 4096 },
    },
    exporters: { [exporter]: exporterOf(component) },
    service: {
      extensions: ['health_check'],
      telemetry: {
        logs: { encoding: 'json' },
        metrics: {
          readers: [{ pull: { exporter: { prometheus: { host: ANYWHERE, port: METRICS_PORT } } } }],
        },
      },
      pipelines: { traces: pipeline(...sampler), metrics: pipeline(), logs: pipeline() },
    },
  });
}

/** What is sent waits in a bounded queue while the backend is away, and is tried again for five minutes. */
function exporterOf({ endpoint, authorization }: OpentelemetryComponent) {
  if (endpoint === undefined) return { verbosity: 'basic' };
  return {
    // `$` starts a variable.
    endpoint: endpoint.replaceAll('$', '$$$$'),
    headers: authorization === true ? { Authorization: `\${env:${AUTHORIZATION}}` } : undefined,
    sending_queue: { enabled: true, queue_size: 1000 },
    retry_on_failure: { enabled: true, max_elapsed_time: '300s' },
  };
}
