import type { ArchDocument } from '#model';
import type { Alert, MetricsTarget } from '../container.ts';
import { toYaml } from '../yaml.ts';
import { serviceAlerts, unitAlerts } from './alerts.ts';
import type { Objectives } from './objectives.ts';
import { type Labels, type Scenario, serviceScenarios } from './scenarios.ts';
import { unitScenarios } from './unit-scenarios.ts';

/** When the conditions have held long enough for every alert. */
const LATE = '20m';

/**
 * Unit tests of the rules, for `promtool test rules`: what is recorded and who is called when this system's services
 * fail. https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 *
 * @param rulesFile path of the rules, from where the tests lie
 */
export function prometheusRulesTest(
  document: ArchDocument,
  targets: readonly MetricsTarget[],
  objectives: Objectives,
  rulesFile: string,
): string {
  const alerts = new Map(
    [...serviceAlerts(objectives), ...unitAlerts(targets)].map((one) => [one.name, one]),
  );
  const scenarios = [...serviceScenarios(document, objectives), ...unitScenarios(targets)];
  return toYaml({
    rule_files: [rulesFile],
    evaluation_interval: '1m',
    tests: scenarios.map((scenario) => testGroup(scenario, alerts)),
  });
}

function testGroup({ name, series, recorded = [], raised }: Scenario, alerts: ReadonlyMap<string, Alert>) {
  const expected = Object.entries(raised).flatMap(([alertname, instances]) => {
    const alert = alerts.get(alertname);
    if (alert === undefined) throw new RangeError(`There is no alert ${alertname}.`);
    const early = alert.forSeconds > 0 ? [{ eval_time: '0m', alertname, exp_alerts: [] }] : [];
    const late = {
      eval_time: LATE,
      alertname,
      exp_alerts: instances.map(({ labels, value }) => instance(alert, labels, value)),
    };
    return [...early, late];
  });
  return {
    name,
    interval: '1m',
    input_series: series.map(({ metric, labels, values }) => ({ series: metric + selector(labels), values })),
    promql_expr_test: recorded.map(({ metric, labels, value }) => ({
      expr: metric,
      eval_time: LATE,
      exp_samples: [{ labels: metric + selector(labels), value }],
    })),
    alert_rule_test: expected,
  };
}

function instance(alert: Alert, labels: Labels, value: string) {
  return {
    exp_labels: { severity: alert.severity, ...labels },
    exp_annotations: { summary: expanded(alert.summary, labels, value), runbook: alert.runbook },
  };
}

/** A summary as Prometheus fills it in. @param value as people read it, e.g. `50%` */
function expanded(summary: string, labels: Labels, value: string): string {
  return summary.replace(/\{\{ \$(?:labels\.(\w+)|value[^}]*) \}\}/g, (_, label?: string) =>
    label === undefined ? value : (labels[label] ?? ''),
  );
}

/** Labels as PromQL and the text format write them; JSON escapes as they do. */
function selector(labels: Labels): string {
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ')}}`;
}
