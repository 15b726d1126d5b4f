import type { Alert, MetricsTarget } from '../container.ts';
import { LONGEST_SECONDS, type Objectives, rounded } from './objectives.ts';

/**
 * How fast an error budget of 30 days burns: at 14.4 times the allowed rate 2 % of it are gone in one hour, at 6 times
 * 5 % in six. The short window ends the alert soon after the cause is mended. "The Site Reliability Workbook",
 * chapter 5, "Multiwindow, Multi-Burn-Rate Alerts".
 */
const BURN_RATES = {
  fast: { factor: 14.4, long: '1h', short: '5m' },
  slow: { factor: 6, long: '6h', short: '30m' },
} as const;
/** Share of calls or messages that may fail before somebody has to know. */
const FAILING = 0.05;

/** What the metrics of generated services warn of. */
export function serviceAlerts(objectives: Objectives): Alert[] {
  return [...requestAlerts(objectives), ...messageAlerts, ...dependencyAlerts, ...processAlerts];
}

function requestAlerts({ errorBudget, latencySeconds }: Objectives): Alert[] {
  const burning = ({ factor, long, short }: (typeof BURN_RATES)[keyof typeof BURN_RATES]) =>
    [long, short]
      .map(
        (window) =>
          `service_operation:request_errors:ratio_rate${window} > ${rounded(Math.min(factor * errorBudget, 0.99))}`,
      )
      .join(' and ');
  return [
    {
      name: 'ErrorBudgetBurnsFast',
      expression: burning(BURN_RATES.fast),
      forSeconds: 120,
      severity: 'critical',
      summary:
        '{{ $labels.service }} fails {{ $value | humanizePercentage }} of {{ $labels.operation }}: its error budget is gone within two days',
      runbook:
        'Find the errors in the logs of the service (level error, same operation). If calls_total shows failures of one target, follow the failing call; otherwise compare with the last roll-out and roll it back.',
    },
    {
      name: 'ErrorBudgetBurnsSlowly',
      expression: burning(BURN_RATES.slow),
      forSeconds: 900,
      severity: 'warning',
      summary:
        '{{ $labels.service }} fails {{ $value | humanizePercentage }} of {{ $labels.operation }}: its error budget is gone within five days',
      runbook:
        'Nobody has to get up for it, but it must not stay. Group the errors in the logs by message and input, and mend the most frequent cause first.',
    },
    // What is longer than that cannot be told from it, so nothing could ever be said.
    ...(latencySeconds < LONGEST_SECONDS ? [slowAlert(latencySeconds)] : []),
  ];
}

function slowAlert(seconds: number): Alert {
  return {
    name: 'OperationSlow',
    expression: `service_operation:request_duration_seconds:p99_5m > ${seconds}`,
    forSeconds: 600,
    severity: 'warning',
    summary:
      '{{ $labels.service }} needs {{ $value | humanizeDuration }} for {{ $labels.operation }} (99th percentile)',
    runbook:
      'See whether the service is short of CPU (replicas at their limit), waits for its database, or for a call. Add replicas in the first case; follow the slow part in the others.',
  };
}

const messageAlerts: readonly Alert[] = [
  {
    name: 'MessagesFailing',
    expression: `service_operation_topic:message_failures:ratio_rate5m > ${FAILING}`,
    forSeconds: 300,
    severity: 'critical',
    summary: '{{ $labels.service }} fails on {{ $value | humanizePercentage }} of {{ $labels.topic }}',
    runbook:
      'Failed messages are tried again and then kept as dead letters. Mend the cause found in the logs of the service (same operation), before the attempts are used up.',
  },
  {
    name: 'MessagesDead',
    expression:
      'sum by (service, operation, topic) (increase(messages_consumed_total{outcome="dead"}[10m])) > 0',
    forSeconds: 0,
    severity: 'warning',
    summary: '{{ $labels.service }} has given up messages of {{ $labels.topic }}',
    runbook:
      'They are kept where the broker keeps dead letters. Mend the cause found in the logs (message moved to the dead letters), then move them back to the queue.',
  },
  {
    name: 'PublishingFails',
    expression: `service_queue_topic:publish_failures:ratio_rate5m > ${FAILING}`,
    forSeconds: 300,
    severity: 'critical',
    summary:
      '{{ $labels.service }} cannot publish {{ $value | humanizePercentage }} of {{ $labels.topic }} to {{ $labels.queue }}',
    runbook:
      'See whether the broker is up, has disk and memory left, and lets the service log in. Requests that publish fail meanwhile.',
  },
];

const dependencyAlerts: readonly Alert[] = [
  {
    name: 'CallsFailing',
    expression: `service_target_operation:call_failures:ratio_rate5m > ${FAILING}`,
    forSeconds: 300,
    severity: 'warning',
    summary:
      '{{ $value | humanizePercentage }} of the calls of {{ $labels.service }} to {{ $labels.target }}.{{ $labels.operation }} fail',
    runbook:
      "Look at the target first: is it up, ready and in time? If it is, compare the caller's time-out with the target's 99th percentile, and check the network policy between the two.",
  },
  {
    name: 'CircuitOpen',
    expression: 'max by (service, target) (circuit_open) == 1',
    forSeconds: 60,
    severity: 'warning',
    summary: '{{ $labels.service }} has stopped calling {{ $labels.target }} for now',
    runbook:
      'Ten calls in a row failed, so calls are refused at once and tried again every few seconds. The target needs attention, not the caller.',
  },
  {
    name: 'DependencyDown',
    expression: 'min by (unit, resource) (dependency_up) == 0',
    forSeconds: 120,
    severity: 'critical',
    summary: '{{ $labels.unit }} does not reach {{ $labels.resource }}',
    runbook:
      'The unit is not ready and gets no traffic. See whether the resource runs, whether its secret is the one that the unit has, and whether the network policy lets the two talk.',
  },
  {
    name: 'ResourceFailing',
    expression: `service_resource:resource_failures:ratio_rate5m > ${FAILING}`,
    forSeconds: 300,
    severity: 'warning',
    summary:
      '{{ $value | humanizePercentage }} of what {{ $labels.service }} asks of {{ $labels.resource }} fails',
    runbook:
      'See the logs of both sides for time-outs, exhausted connections, locks and full disks; then the load that came with it.',
  },
];

const processAlerts: readonly Alert[] = [
  {
    name: 'EventLoopBlocked',
    expression: 'max by (unit, instance) (nodejs_eventloop_lag_p99_seconds) > 0.2',
    forSeconds: 300,
    severity: 'warning',
    summary: '{{ $labels.unit }} ({{ $labels.instance }}) answers nobody for {{ $value | humanizeDuration }}',
    runbook:
      'Something computes for long without a pause, or the CPU limit throttles the process. Compare with its CPU time, then take a profile.',
  },
];

/** A unit that answers no scrape, and one that is not there at all. */
export function unitAlerts(targets: readonly MetricsTarget[]): Alert[] {
  const down: Alert = {
    name: 'ReplicaDown',
    expression: 'up{unit!=""} == 0',
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
      // The expression gives it too; here it tells one rule from the next.
      labels: { unit },
      summary: 'No replica of {{ $labels.unit }} is to be found',
      runbook:
        'See whether it is deployed, scaled to nothing, or unable to start: image, configuration, secrets, volume.',
    }),
  );
  return targets.length === 0 ? [] : [down, ...absent];
}
