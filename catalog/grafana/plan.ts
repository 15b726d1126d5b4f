import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { operationsOf } from '#model';
import type { PlanContext, PlannedContainer, PlannedFile } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { isExisting } from '../service/port.ts';
import { toYaml } from '../yaml.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type GrafanaComponent } from './fields.ts';
import { GRAFANA_PORT, passwordKey } from './names.ts';
import { overviewDashboard } from './overview-dashboard.ts';
import { serviceDashboard } from './service-dashboard.ts';
import { sourcesOf } from './sources.ts';

const PROVISIONING = '/etc/grafana/provisioning';
const DASHBOARDS = '/etc/grafana/dashboards';
const OVERVIEW = '_overview.json';
/** `grafana` in the image. */
const USER = { uid: 472, gid: 472 };

/** How Grafana runs: everything that it shows comes from files; its volume keeps people and their preferences. */
export function plan(component: GrafanaComponent, context: PlanContext): PlannedContainer {
  const sources = sourcesOf(context);
  const health = '/api/health';
  return {
    image: { reference: `grafana/grafana-oss:${component.version ?? DEFAULT_VERSION}` },
    env: { ...settings(component), ...sources.environment, ...password(context) },
    ports: [{ name: 'http', port: GRAFANA_PORT, appProtocol: 'http' }],
    volumes: [{ name: 'data', mountPath: '/var/lib/grafana', size: component.storage ?? DEFAULT_STORAGE }],
    files: files(context, sources.file),
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: health, port: GRAFANA_PORT },
    liveness: { type: 'http', path: health, port: GRAFANA_PORT },
    // The first start makes its database.
    startupSeconds: 180,
    stopSeconds: 30,
    healthCommand: ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${GRAFANA_PORT}${health}`],
    resources: resourcesOf(component, { cpu: '100m', memory: '256Mi' }),
    replicas: SINGLE_REPLICA,
    reaches: sources.reaches,
    exposed: component.host === undefined ? undefined : { port: GRAFANA_PORT, host: component.host },
  };
}

/** https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/ */
function settings({ host }: GrafanaComponent): Record<string, string> {
  return {
    GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: `${DASHBOARDS}/${OVERVIEW}`,
    GF_LOG_MODE: 'console',
    GF_LOG_CONSOLE_FORMAT: 'json',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    // It has no way out, and should tell nobody of itself.
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    ...(host === undefined ? {} : { GF_SERVER_DOMAIN: host }),
  };
}

function password({ name, secret }: PlanContext) {
  return {
    GF_SECURITY_ADMIN_PASSWORD: secret(passwordKey(name), `Password of the administrator admin of ${name}`),
  };
}

function files(context: PlanContext, sources: string): PlannedFile[] {
  const { document, name } = context;
  const file = (path: string, folder: string, content: string): PlannedFile => ({
    path: `monitoring/${name}/${path}`,
    mountPath: `${folder}/${path.slice(path.lastIndexOf('/') + 1)}`,
    content,
  });
  const services = Object.entries(document.components)
    .filter(
      ([service, component]) =>
        component.kind === 'service' &&
        !isExisting(component) &&
        Object.keys(operationsOf(component)).length > 0 &&
        context.addressOf(service) !== undefined,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    file('datasources.yaml', `${PROVISIONING}/datasources`, sources),
    file('dashboards.yaml', `${PROVISIONING}/dashboards`, providers(document.name)),
    file(`dashboards/${OVERVIEW}`, DASHBOARDS, text(overviewDashboard(document))),
    ...services.map(([service]) => {
      const unit = context.addressOf(service)?.host ?? service;
      return file(`dashboards/${service}.json`, DASHBOARDS, text(serviceDashboard(document, service, unit)));
    }),
  ];
}

/** Where dashboards come from; nobody saves over them, since the next start would undo it. */
function providers(system: string): string {
  return toYaml({
    apiVersion: 1,
    providers: [
      {
        name: system,
        folder: system,
        type: 'file',
        allowUiUpdates: false,
        disableDeletion: true,
        options: { path: DASHBOARDS },
      },
    ],
  });
}

/** A line for each panel: a change shows where it is, and hundreds of dashboards stay small. */
function text({ panels = [], ...rest }: Dashboard): string {
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const lines = panels.map((panel) => `    ${JSON.stringify(panel)}`);
  return `{\n${fields.join('')}  "panels": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
