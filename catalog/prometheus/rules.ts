import type { Alert, MetricsTarget } from '../container.ts';
import { toYaml } from '../yaml.ts';
import { serviceAlerts, unitAlerts } from './alerts.ts';
import type { Objectives } from './objectives.ts';
import { callRules, messageRules, requestRules, resourceRules } from './recording.ts';

/** Recording and alerting rules. The rules of the services name none of them: labels tell them apart. */
export function prometheusRules(targets: readonly MetricsTarget[], objectives: Objectives): string {
  const alerts = [...serviceAlerts(objectives), ...unitAlerts(targets), ...engineAlerts(targets)];
  return toYaml({
    groups: [
      { name: 'requests', rules: requestRules() },
      { name: 'messages', rules: messageRules() },
      { name: 'calls', rules: callRules() },
      { name: 'resources', rules: resourceRules() },
      { name: 'alerts', rules: alerts.map(alertRule) },
    ],
  });
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
