import type { Alert, MetricsTarget } from '../container.ts';

/** What the metrics of generated services warn of. Thresholds follow "The Site Reliability Workbook", chapter 5. */
export const serviceAlerts: readonly Alert[] = [
  {
    name: 'OperationFailing',
    expression: 'service_operation:http_errors:ratio_rate5m > 0.05',
    forSeconds: 300,
    severity: 'critical',
    summary: '{{ $labels.service }} fails {{ $value | humanizePercentage }} of {{ $labels.operation }}',
    runbook:
      'Find the errors in the logs of the service (level error, same operation). If calls_total shows failures of one target, follow the failing call; otherwise compare with the last roll-out and roll it back.',
  },
  {
    name: 'OperationSlow',
    expression: 'service_operation:http_request_duration_seconds:p99_5m > 1',
    forSeconds: 600,
    severity: 'warning',
    summary:
      '{{ $labels.service }} needs {{ $value | humanizeDuration }} for {{ $labels.operation }} (99th percentile)',
    runbook:
      'See whether the service is short of CPU (replicas at their limit), waits for its database, or for a call. Add replicas in the first case; follow the slow part in the others.',
  },
  {
    name: 'MessagesFailing',
    expression: 'service_operation_topic:messages_failed:ratio_rate5m > 0.05',
    forSeconds: 300,
    severity: 'critical',
    summary: '{{ $labels.service }} fails on {{ $value | humanizePercentage }} of {{ $labels.topic }}',
    runbook:
      'Failed messages are tried again and then kept in the dead-letter queue SERVICE.TOPIC.dead. Mend the cause found in the logs, then move them back to the queue.',
  },
  {
    name: 'CallsFailing',
    expression: 'service_target:call_failures:ratio_rate5m > 0.05',
    forSeconds: 300,
    severity: 'warning',
    summary: 'Calls of {{ $labels.service }} to {{ $labels.target }} fail: {{ $value | humanizePercentage }}',
    runbook:
      "Look at the target first: is it up, ready and in time? If it is, compare the caller's time-out with the target's 99th percentile, and check the network policy between the two.",
  },
];

/** A unit that answers no scrape, and one that is not there at all. */
export function unitAlerts(targets: readonly MetricsTarget[]): Alert[] {
  const down: Alert = {
    name: 'ReplicaDown',
    expression: 'up == 0',
    forSeconds: 120,
    severity: 'warning',
    summary: 'A replica of {{ $labels.unit }} ({{ $labels.instance }}) does not answer',
    runbook:
      'See whether the container restarts (status, last exit code, logs before the end) and whether its node is well.',
  };
  const absent = targets.map(
    ({ unit }): Alert => ({
      name: 'UnitAbsent',
      expression: `absent(up{unit="${unit}"})`,
      forSeconds: 300,
      severity: 'critical',
      labels: { unit },
      summary: `No replica of ${unit} is to be found`,
      runbook:
        'See whether it is deployed, scaled to nothing, or unable to start: image, configuration, secrets, volume.',
    }),
  );
  return targets.length === 0 ? [] : [down, ...absent];
}
