import { parseSize } from '#model';
import type { Alert, Ambient, PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { AUTHORIZATION, collectorConfig } from './config.ts';
import { DEFAULT_VERSION, type OpentelemetryComponent } from './fields.ts';
import { authorizationKey, HEALTH_PORT, METRICS_PORT, OTLP_GRPC_PORT, OTLP_HTTP_PORT } from './names.ts';

const CONFIG = '/etc/otelcol/config.yaml';
/** The image's own. */
const USER = { uid: 10001, gid: 10001 };
/** Share of the memory at which Go's garbage collector works harder. */
const HEAP_SHARE = 0.8;

const alerts: readonly Alert[] = [
  {
    name: 'TelemetryNotSent',
    expression:
      'sum by (unit, exporter) (rate(otelcol_exporter_send_failed_spans__spans__total[5m]) or rate(otelcol_exporter_send_failed_spans_total[5m])) > 0',
    forSeconds: 600,
    severity: 'warning',
    summary: '{{ $labels.unit }} loses traces: {{ $labels.exporter }} does not take them',
    runbook:
      "See the collector's log for the answer of the backend: a wrong address, a refused authorization, or too many spans at once. Traces are lost meanwhile; services go on.",
  },
];

/** How the collector runs: one file, no disk; what it holds is lost when it stops, and nothing else depends on it. */
export function plan(component: OpentelemetryComponent, context: PlanContext): PlannedContainer {
  const resources = resourcesOf(component, { cpu: '100m', memory: '256Mi' });
  const { name } = context;
  const authorized = component.endpoint !== undefined && component.authorization === true;
  return {
    image: {
      reference: `otel/opentelemetry-collector-contrib:${component.version ?? DEFAULT_VERSION}`,
    },
    args: [`--config=${CONFIG}`],
    env: {
      GOMEMLIMIT: `${Math.floor((parseSize(resources.memory) * HEAP_SHARE) / 2 ** 20)}MiB`,
      ...(authorized
        ? {
            [AUTHORIZATION]: context.secret(
              authorizationKey(name),
              `Header Authorization that the backend of ${name} expects: replace what was drawn`,
            ),
          }
        : {}),
    },
    ports: [
      { name: 'otlphttp', port: OTLP_HTTP_PORT, appProtocol: 'http' },
      { name: 'otlpgrpc', port: OTLP_GRPC_PORT, appProtocol: 'grpc' },
      { name: 'metrics', port: METRICS_PORT, appProtocol: 'http' },
    ],
    volumes: [],
    files: [
      { path: `monitoring/${name}/config.yaml`, mountPath: CONFIG, content: collectorConfig(component) },
    ],
    scratch: [{ path: '/tmp', sizeMiB: 16, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/', port: HEALTH_PORT },
    liveness: { type: 'http', path: '/', port: HEALTH_PORT },
    startupSeconds: 30,
    stopSeconds: 30,
    // The image holds nothing but the collector: this asks only whether it could start as it is configured.
    healthCommand: ['/otelcol-contrib', 'validate', `--config=${CONFIG}`],
    healthSeconds: 60,
    resources,
    replicas: SINGLE_REPLICA,
    metrics: { port: METRICS_PORT, path: '/metrics', alerts },
    outside: component.endpoint === undefined ? [] : [{ name: 'telemetry-backend', url: component.endpoint }],
  };
}

/** Services send their spans over HTTP, and go on without the collector. */
export function ambient(_component: OpentelemetryComponent, context: PlanContext): Ambient {
  const { name } = context;
  const host = context.addressOf(name)?.host ?? name;
  return {
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://${host}:${OTLP_HTTP_PORT}` },
    reaches: [{ unit: name, port: OTLP_HTTP_PORT, protocol: 'otlp', startup: false }],
  };
}
