import { toYaml } from '../yaml.ts';
import { DATABASE_USER, ELASTICSEARCH_PORT } from './names.ts';

const HOME = '/usr/share/elasticsearch';
/** Where the generated files lie, and where the configuration is put together. */
const GIVEN = '/etc/elasticsearch';
const CONFIGURATION = '/tmp/configuration';
const ROLE = 'services';

/** Settings of a server by itself. */
export function settings(name: string): string {
  return toYaml({
    'cluster.name': name,
    'node.name': name,
    'discovery.type': 'single-node',
    'network.host': '0.0.0.0',
    'http.port': ELASTICSEARCH_PORT,
    // Mapping files into memory needs a limit of the machine raised, which a container may not.
    'node.store.allow_mmap': false,
    'xpack.security.enabled': true,
    'xpack.security.enrollment.enabled': false,
    // The network between the containers is the system's own; certificates come with a mesh or an ingress.
    'xpack.security.http.ssl.enabled': false,
    'xpack.security.transport.ssl.enabled': false,
    'xpack.ml.enabled': false,
    'ingest.geoip.downloader.enabled': false,
  });
}

/** What the account of the services may do: everything with indices, nothing with the server. */
export function roles(): string {
  return toYaml({
    [ROLE]: {
      cluster: ['monitor'],
      indices: [{ names: ['*'], privileges: ['all'], allow_restricted_indices: false }],
    },
  });
}

/** Files that come with the container, by where they are mounted. */
export function files(name: string): Readonly<Record<string, string>> {
  return { [`${GIVEN}/elasticsearch.yml`]: settings(name), [`${GIVEN}/roles.yml`]: roles() };
}

/**
 * The disk is read-only, and the server writes into the folder of its configuration, so that is put together anew at
 * every start, with the account of the services.
 */
export const START = [
  'set -e',
  `export ES_PATH_CONF=${CONFIGURATION}`,
  `rm -rf ${CONFIGURATION} && cp -r ${HOME}/config ${CONFIGURATION}`,
  `cp ${GIVEN}/elasticsearch.yml ${GIVEN}/roles.yml ${CONFIGURATION}/`,
  `${HOME}/bin/elasticsearch-users useradd ${DATABASE_USER} -p "$APP_PASSWORD" -r ${ROLE}`,
  'unset APP_PASSWORD',
  'exec /bin/tini -- /usr/local/bin/docker-entrypoint.sh eswrapper',
].join('\n');

/** Whether every index can be read and written. The account goes by standard input: command lines can be listed. */
export const HEALTH = [
  'sh',
  '-c',
  `printf 'user = "${DATABASE_USER}:%s"' "$APP_PASSWORD" | curl --silent --fail --max-time 4 --output /dev/null --config - 'http://127.0.0.1:${ELASTICSEARCH_PORT}/_cluster/health?wait_for_status=yellow&timeout=2s'`,
];
