import type { Alert, MetricsTarget } from '../container.ts';
import { toYaml } from '../yaml.ts';
import { serviceAlerts, unitAlerts } from './alerts.ts';

const WINDOW = '5m';
const REQUESTS = 'http_server_request_duration_seconds';
const BY_OPERATION = 'service, operation';

/** Levels at which requests are counted: of a whole service, and of each of its operations. */
const LEVELS = [
  { prefix: 'service', by: 'service' },
  { prefix: 'service_operation', by: BY_OPERATION },
] as const;
const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Recording and alerting rules. The rules of the services name none of them: labels tell them apart. */
export function prometheusRules(targets: readonly MetricsTarget[]): string {
  const alerts = [...serviceAlerts, ...unitAlerts(targets), ...engineAlerts(targets)];
  return toYaml({
    groups: [
      { name: 'requests', rules: LEVELS.flatMap(({ prefix, by }) => requestRules(prefix, by)) },
      { name: 'messages', rules: messageRules() },
      { name: 'calls', rules: callRules() },
      { name: 'alerts', rules: alerts.map(alertRule) },
    ],
  });
}

/** Rate, errors, duration of what a service answers. */
function requestRules(prefix: string, by: string) {
  const rate = (filter: string) => `sum by (${by}) (rate(${REQUESTS}_count${filter}[${WINDOW}]))`;
  const buckets = `sum by (${by}, le) (rate(${REQUESTS}_bucket[${WINDOW}]))`;
  return [
    { record: `${prefix}:http_requests:rate5m`, expr: rate('') },
    { record: `${prefix}:http_errors:ratio_rate5m`, expr: ratio(rate('{status=~"5.."}'), rate('')) },
    ...Object.entries(QUANTILES).map(([name, quantile]) => ({
      record: `${prefix}:http_request_duration_seconds:${name}_5m`,
      expr: `histogram_quantile(${quantile}, ${buckets})`,
    })),
  ];
}

function messageRules() {
  const rate = (filter: string) =>
    `sum by (${BY_OPERATION}, topic) (rate(messages_consumed_total${filter}[${WINDOW}]))`;
  return [
    { record: 'service_operation_topic:messages_consumed:rate5m', expr: rate('') },
    {
      record: 'service_operation_topic:messages_failed:ratio_rate5m',
      expr: ratio(rate('{outcome!="ok"}'), rate('')),
    },
  ];
}

function callRules() {
  const rate = (filter: string) => `sum by (service, target) (rate(calls_total${filter}[${WINDOW}]))`;
  return [
    { record: 'service_target:calls:rate5m', expr: rate('') },
    { record: 'service_target:call_failures:ratio_rate5m', expr: ratio(rate('{outcome!="ok"}'), rate('')) },
  ];
}

/** Share of all: 0, not absent, where there are some but none of the part. */
function ratio(part: string, all: string): string {
  return `(${part} or 0 * ${all}) / (${all} > 0)`;
}

/** Each engine's alerts once, however many units run it: their expressions are by job. */
function engineAlerts(targets: readonly MetricsTarget[]): Alert[] {
  const byName = new Map(
    targets.flatMap(({ alerts = [] }) => alerts.map((alert) => [alert.name, alert] as const)),
  );
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function alertRule({ name, expression, forSeconds, severity, labels, summary, runbook }: Alert) {
  return {
    alert: name,
    expr: expression,
    for: `${forSeconds}s`,
    labels: { severity, ...labels },
    annotations: { summary, runbook },
  };
}
