import type { Component } from '#model';
import type { EnvValue, PlanContext, Reach } from '../container.ts';
import { ELASTIC_PORT, INDEX_PATTERN, passwordKey, USERS } from '../elk/names.ts';
import { prometheus } from '../prometheus/index.ts';
import { toYaml } from '../yaml.ts';
import { uidOf } from './names.ts';

/** Where Grafana gets its data from, and what it needs for that. */
export interface Sources {
  /** Provisioning file. */
  file: string;
  environment: Readonly<Record<string, EnvValue>>;
  reaches: readonly Reach[];
}

interface Source {
  definition: object;
  environment?: Readonly<Record<string, EnvValue>>;
  reach: Reach;
}

/**
 * Data sources of the layout's other monitoring.
 * https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources
 */
export function sourcesOf(context: PlanContext): Sources {
  const found = Object.entries(context.document.components)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, component]) => sourceOf(name, component, context) ?? []);
  return {
    file: toYaml({
      apiVersion: 1,
      // What is no longer here goes.
      prune: true,
      datasources: found.map(({ definition }) => definition),
    }),
    environment: Object.assign({}, ...found.map(({ environment }) => environment)),
    reaches: found.map(({ reach }) => reach),
  };
}

function sourceOf(name: string, component: Component, context: PlanContext): Source | undefined {
  const address = component.kind === 'monitoring' ? context.addressOf(name) : undefined;
  if (address === undefined) return undefined;
  const { host, port } = address;
  const common = {
    name,
    uid: uidOf(name),
    access: 'proxy',
    url: `http://${host}:${port}`,
    editable: false,
  };
  const reach = { unit: name, port, protocol: 'http', startup: false };
  // An engine that is not named is the first of its kind.
  if ((component.engine ?? prometheus.engine) === prometheus.engine)
    return { definition: { ...common, type: 'prometheus', jsonData: { httpMethod: 'POST' } }, reach };
  if (component.engine !== 'elk') return undefined;
  const key = passwordKey(name, 'reader');
  return {
    definition: {
      ...common,
      type: 'elasticsearch',
      url: `http://${host}:${ELASTIC_PORT}`,
      basicAuth: true,
      basicAuthUser: USERS.reader.name,
      jsonData: {
        index: INDEX_PATTERN,
        timeField: '@timestamp',
        logMessageField: 'message',
        logLevelField: 'log.level',
      },
      secureJsonData: { basicAuthPassword: `\${${key}}` },
    },
    environment: { [key]: context.secret(key, `Password of the ${USERS.reader.purpose} of ${name}`) },
    reach: { ...reach, port: ELASTIC_PORT },
  };
}
