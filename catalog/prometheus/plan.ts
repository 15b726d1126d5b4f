import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { prometheusConfig, RULES_FILE, secondsOf } from './config.ts';
import {
  DEFAULT_INTERVAL,
  DEFAULT_RETENTION,
  DEFAULT_STORAGE,
  DEFAULT_VERSION,
  type PrometheusComponent,
} from './fields.ts';
import { PROMETHEUS_PORT } from './names.ts';
import { objectivesOf } from './objectives.ts';
import { prometheusRules } from './rules.ts';
import { prometheusRulesTest } from './rules-test.ts';

const FOLDER = '/etc/prometheus';
/** `nobody` in the image. */
const USER = { uid: 65534, gid: 65534 };

/** How Prometheus runs: configured by files, its readings on one volume. */
export function plan(component: PrometheusComponent, context: PlanContext): PlannedContainer {
  const targets = context.metricsTargets();
  const objectives = objectivesOf(component);
  const file = (name: string, content: string) => ({
    path: `monitoring/${context.name}/${name}`,
    mountPath: `${FOLDER}/${name}`,
    content,
  });
  return {
    image: { reference: `prom/prometheus:v${component.version ?? DEFAULT_VERSION}` },
    args: [
      `--config.file=${FOLDER}/prometheus.yml`,
      '--storage.tsdb.path=/prometheus',
      `--storage.tsdb.retention.time=${secondsOf(component.retention ?? DEFAULT_RETENTION)}`,
    ],
    env: {},
    ports: [{ name: 'http', port: PROMETHEUS_PORT, appProtocol: 'http' }],
    volumes: [{ name: 'data', mountPath: '/prometheus', size: component.storage ?? DEFAULT_STORAGE }],
    files: [
      file('prometheus.yml', prometheusConfig(targets, component.interval ?? DEFAULT_INTERVAL)),
      file(RULES_FILE, prometheusRules(targets, objectives)),
    ],
    unmounted: [
      {
        path: `monitoring/${context.name}/rules_test.yml`,
        content: prometheusRulesTest(context.document, targets, objectives, RULES_FILE),
      },
    ],
    // It reads everybody's metrics, and nobody waits for that.
    reaches: targets.map(({ unit, port }) => ({ unit, port, protocol: 'scrape', startup: false })),
    scratch: [{ path: '/tmp', sizeMiB: 16, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/-/ready', port: PROMETHEUS_PORT },
    liveness: { type: 'http', path: '/-/healthy', port: PROMETHEUS_PORT },
    // After a crash the write-ahead log is read again.
    startupSeconds: 300,
    stopSeconds: 60,
    healthCommand: ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${PROMETHEUS_PORT}/-/ready`],
    resources: resourcesOf(component, { cpu: '50m', memory: '256Mi' }),
    replicas: SINGLE_REPLICA,
  };
}
