import type { PlanContext, PlannedContainer } from '../container.ts';
import { SINGLE_REPLICA } from '../resources.ts';
import { toYaml } from '../yaml.ts';
import { ELASTIC_IDENTITY, passwordOf } from './elasticsearch.ts';
import { DEFAULT_VERSION, type ElkComponent } from './fields.ts';
import { ELASTIC_PORT, encryptionKey, KIBANA_PORT, USERS } from './names.ts';
import { savedObjects } from './saved-objects.ts';
import { CURL, passwordVariable } from './storage-files.ts';

const HOME = '/usr/share/kibana';
const FILES = '/etc/kibana';
const URL = `http://127.0.0.1:${KIBANA_PORT}`;
const STATUS = '/api/status';
const HEALTH = ['curl', '-sSf', '-o', '/dev/null', `${URL}${STATUS}`];

/** How Kibana runs: what people need to search the logs is there at the first look. */
export function kibana(component: ElkComponent, context: PlanContext): PlannedContainer {
  const { name, secret } = context;
  const contents = {
    [`${HOME}/config/kibana.yml`]: kibanaYml(context.addressOf(name)?.host ?? name, component),
    [`${FILES}/saved-objects.ndjson`]: savedObjects(),
    [`${FILES}/start.sh`]: startScript(),
  };
  return {
    image: { reference: `kibana:${component.version ?? DEFAULT_VERSION}` },
    command: ['sh', `${FILES}/start.sh`],
    env: {
      [passwordVariable('admin')]: passwordOf(context, 'admin'),
      [passwordVariable('kibana')]: passwordOf(context, 'kibana'),
      ENCRYPTION_KEY: secret(encryptionKey(name), `Key with which Kibana of ${name} encrypts what it keeps`),
      NODE_OPTIONS: '--max-old-space-size=768',
    },
    ports: [{ name: 'http', port: KIBANA_PORT, appProtocol: 'http' }],
    volumes: [],
    files: Object.entries(contents).map(([mountPath, content]) => ({
      path: `monitoring/${name}/kibana/${mountPath.slice(mountPath.lastIndexOf('/') + 1)}`,
      mountPath,
      content,
    })),
    scratch: [
      { path: '/tmp', sizeMiB: 64, memory: false },
      { path: `${HOME}/data`, sizeMiB: 128, memory: false },
    ],
    user: ELASTIC_IDENTITY,
    readOnlyRoot: true,
    readiness: { type: 'http', path: STATUS, port: KIBANA_PORT },
    liveness: { type: 'tcp', port: KIBANA_PORT },
    // The first start makes its indices.
    startupSeconds: 300,
    stopSeconds: 30,
    healthCommand: HEALTH,
    healthSeconds: 10,
    resources: { cpu: '250m', memory: '1Gi' },
    replicas: SINGLE_REPLICA,
    reaches: [{ unit: name, port: ELASTIC_PORT, protocol: 'http', startup: true }],
    exposed: component.host === undefined ? undefined : { port: KIBANA_PORT, host: component.host },
  };
}

/** https://www.elastic.co/guide/en/kibana/8.19/settings.html */
function kibanaYml(host: string, component: ElkComponent): string {
  return toYaml({
    'server.host': '0.0.0.0',
    'server.port': KIBANA_PORT,
    'server.publicBaseUrl': component.host === undefined ? undefined : `https://${component.host}`,
    'elasticsearch.hosts': [`http://${host}:${ELASTIC_PORT}`],
    'elasticsearch.username': USERS.kibana.name,
    'elasticsearch.password': `\${${passwordVariable('kibana')}}`,
    'xpack.encryptedSavedObjects.encryptionKey': `\${ENCRYPTION_KEY}`,
    'xpack.security.encryptionKey': `\${ENCRYPTION_KEY}`,
    // Probes have no password; they learn only whether it is well.
    'status.allowAnonymous': true,
    'telemetry.enabled': false,
    'newsfeed.enabled': false,
    'map.includeElasticMapsService': false,
  });
}

/** Imports what is saved as soon as Kibana answers; again at each start, so that a new version of it arrives. */
function startScript(): string {
  return [
    '#!/bin/sh',
    'set -eu',
    'set_up() {',
    `  until curl -sf -o /dev/null ${URL}${STATUS}; do sleep 5; done`,
    `  ${CURL} -X POST -H 'kbn-xsrf: true' --form file=@${FILES}/saved-objects.ndjson '${URL}/api/saved_objects/_import?overwrite=true'`,
    '}',
    'set_up &',
    `exec ${HOME}/bin/kibana`,
    '',
  ].join('\n');
}
