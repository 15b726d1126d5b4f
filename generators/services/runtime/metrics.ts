import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds: from a cache hit to the longest time-out. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the unit counts, in Prometheus' terms. */
export interface Metrics {
  readonly registry: Registry;
  readonly requestDuration: Histogram<'service' | 'operation' | 'method' | 'status'>;
  readonly messagesConsumed: Counter<'service' | 'operation' | 'topic' | 'outcome'>;
  readonly calls: Counter<'service' | 'operation' | 'target' | 'outcome'>;
}

/** @param unit name of the deployable; @param runtime also measures the process: memory, garbage collection, event loop */
export function createMetrics(unit: string, { runtime = true } = {}): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ unit });
  if (runtime) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requestDuration: new Histogram({
      name: 'http_server_request_duration_seconds',
      help: 'Time from the request to the end of the answer, by service, operation, method and status.',
      labelNames: ['service', 'operation', 'method', 'status'],
      buckets: DURATION_BUCKETS,
      registers,
    }),
    messagesConsumed: new Counter({
      name: 'messages_consumed_total',
      help: 'Messages by what became of them: done, duplicate, retried or dead.',
      labelNames: ['service', 'operation', 'topic', 'outcome'],
      registers,
    }),
    calls: new Counter({
      name: 'calls_total',
      help: 'Calls to other services by the operation called and the outcome: ok, refused (4xx) or failed.',
      labelNames: ['service', 'operation', 'target', 'outcome'],
      registers,
    }),
  };
}
