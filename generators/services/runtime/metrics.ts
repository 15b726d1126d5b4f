import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds: from a cache hit to the longest time-out. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What the unit counts, in Prometheus' terms. Every series has the label `unit` besides.
 *
 * | metric | labels | values, and which of them are failures |
 * |---|---|---|
 * | `http_server_request_duration_seconds` (histogram) | `service operation method status` | failures: `status=~"5.."`; 4xx is a correct no |
 * | `grpc_server_request_duration_seconds` (histogram) | `service operation code` | `code` is the status' name, e.g. `OK`, `NOT_FOUND`; failures: `code=~"UNKNOWN\|DEADLINE_EXCEEDED\|UNIMPLEMENTED\|INTERNAL\|UNAVAILABLE"` |
 * | `calls_total` (counter) | `service operation target outcome` | one per call, retries included: `ok`, `refused` (the target said no: invalid, not found, conflict), `failed`; failures: `outcome="failed"` alone |
 * | `call_duration_seconds` (histogram) | `service operation target` | from the call to its end, retries and pauses included |
 * | `call_retries_total` (counter) | `service operation target` | further attempts |
 * | `circuit_open` (gauge) | `service target` | 1: calls are refused at once, 0: they go through |
 * | `messages_published_total` (counter) | `service queue topic outcome` | `ok`, `refused` (breaks the contract), `failed`; failures: `outcome="failed"` |
 * | `messages_consumed_total` (counter) | `service operation topic outcome` | one per delivery: `done`, `duplicate` (recognised, no work), `retried` (failed, comes again), `dead` (given up); failures: `outcome=~"retried\|dead"` |
 * | `message_duration_seconds` (histogram) | `service operation topic` | time to handle one delivery |
 * | `resource_call_duration_seconds` (histogram) | `service resource object verb outcome` | databases, caches and storage; `object`: table, namespace or bucket; `outcome` as of `calls_total` |
 * | `dependency_up` (gauge) | `resource` | 1: answered the last readiness check, 0: did not |
 *
 * In `calls_total` and its like `service` is who calls and `operation` what is called there.
 */
export interface Metrics {
  readonly registry: Registry;
  readonly requestDuration: Histogram<'service' | 'operation' | 'method' | 'status'>;
  readonly grpcDuration: Histogram<'service' | 'operation' | 'code'>;
  readonly calls: Counter<'service' | 'operation' | 'target' | 'outcome'>;
  readonly callDuration: Histogram<'service' | 'operation' | 'target'>;
  readonly callRetries: Counter<'service' | 'operation' | 'target'>;
  readonly circuitOpen: Gauge<'service' | 'target'>;
  readonly messagesPublished: Counter<'service' | 'queue' | 'topic' | 'outcome'>;
  readonly messagesConsumed: Counter<'service' | 'operation' | 'topic' | 'outcome'>;
  readonly messageDuration: Histogram<'service' | 'operation' | 'topic'>;
  readonly resourceDuration: Histogram<'service' | 'resource' | 'object' | 'verb' | 'outcome'>;
  readonly dependencyUp: Gauge<'resource'>;
}

/** @param unit name of the deployable; @param runtime also measures the process: memory, garbage collection, event loop */
export function createMetrics(unit: string, { runtime = true } = {}): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ unit });
  if (runtime) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers });
  const durations = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Histogram<Label>({ name, help, labelNames, buckets: DURATION_BUCKETS, registers });
  return {
    registry,
    requestDuration: durations(
      'http_server_request_duration_seconds',
      'Time from the request to the end of the answer, by service, operation, method and status.',
      ['service', 'operation', 'method', 'status'],
    ),
    grpcDuration: durations(
      'grpc_server_request_duration_seconds',
      "Time from the gRPC request to the end of the answer, by service, operation and the status' name.",
      ['service', 'operation', 'code'],
    ),
    calls: counter(
      'calls_total',
      'Calls to other services by the operation called and the outcome: ok, refused (the target said no) or failed.',
      ['service', 'operation', 'target', 'outcome'],
    ),
    callDuration: durations('call_duration_seconds', 'Time that calls take, retries included.', [
      'service',
      'operation',
      'target',
    ]),
    callRetries: counter('call_retries_total', 'Further attempts at calls.', [
      'service',
      'operation',
      'target',
    ]),
    circuitOpen: gauge('circuit_open', '1 while calls to the target are refused at once.', [
      'service',
      'target',
    ]),
    messagesPublished: counter(
      'messages_published_total',
      'Messages by what became of them: ok, refused (breaks the contract) or failed.',
      ['service', 'queue', 'topic', 'outcome'],
    ),
    messagesConsumed: counter(
      'messages_consumed_total',
      'Deliveries by what became of them: done, duplicate, retried or dead.',
      ['service', 'operation', 'topic', 'outcome'],
    ),
    messageDuration: durations('message_duration_seconds', 'Time that handling one delivery takes.', [
      'service',
      'operation',
      'topic',
    ]),
    resourceDuration: durations(
      'resource_call_duration_seconds',
      'Time that databases, caches and storage take, by table, namespace or bucket and by verb.',
      ['service', 'resource', 'object', 'verb', 'outcome'],
    ),
    dependencyUp: gauge('dependency_up', '1 where the resource answered the last readiness check.', [
      'resource',
    ]),
  };
}
