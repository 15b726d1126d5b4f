import { parseDuration } from '#model';
import { toYaml } from '../yaml.ts';
import { DEFAULT_RETENTION, type ElkComponent } from './fields.ts';
import { DATA_STREAM, ELASTIC_PORT, INDEX_PATTERN, USERS, type User } from './names.ts';

/** Folder of the image; `data` below it is the volume. */
export const ELASTIC_HOME = '/usr/share/elasticsearch';
/** Where the configuration is mounted. */
export const ELASTIC_FILES = '/etc/elasticsearch';
const HOUR_MS = 3_600_000;
/** Name of the lifecycle policy and of the index template. */
const SERVICES = 'services';

/**
 * One node, which nobody reaches but by its users. TLS is left to the network: nothing leaves the system's own.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/settings.html
 */
export function elasticsearchYml(name: string): string {
  return toYaml({
    'cluster.name': name,
    'discovery.type': 'single-node',
    'network.host': '0.0.0.0',
    // There is no other node to talk to.
    'transport.host': '127.0.0.1',
    'path.data': `${ELASTIC_HOME}/data/store`,
    'path.logs': `${ELASTIC_HOME}/logs`,
    // Memory maps would need a setting of the node's kernel.
    'node.store.allow_mmap': false,
    'action.destructive_requires_name': true,
    'ingest.geoip.downloader.enabled': false,
    'xpack.ml.enabled': false,
    'xpack.security.enabled': true,
    'xpack.security.autoconfiguration.enabled': false,
    'xpack.security.enrollment.enabled': false,
    'xpack.security.http.ssl.enabled': false,
    'xpack.security.transport.ssl.enabled': false,
  });
}

/** What the users may do that are not Elastic's own. */
export function rolesYml(): string {
  const on = (...privileges: string[]) => [{ names: [INDEX_PATTERN], privileges }];
  return toYaml({
    [USERS.logstash.role]: {
      cluster: ['monitor'],
      indices: on('auto_configure', 'create_doc', 'view_index_metadata'),
    },
    [USERS.reader.role]: { cluster: ['monitor'], indices: on('read', 'view_index_metadata') },
  });
}

/** A new index every day, and the old ones deleted when their time is over. */
export function lifecyclePolicy({ retention = DEFAULT_RETENTION }: ElkComponent): string {
  const hours = Math.max(1, Math.round(parseDuration(retention) / HOUR_MS));
  return json({
    policy: {
      phases: {
        hot: { actions: { rollover: { max_age: '1d', max_primary_shard_size: '10gb' } } },
        delete: { min_age: `${hours}h`, actions: { delete: {} } },
      },
    },
  });
}

/**
 * Fields by the Elastic Common Schema. What a line has beside them is searchable as `details.*`, flattened: services
 * may log what they like without ever adding a field to the index.
 */
export function indexTemplate(): string {
  const keyword = { type: 'keyword', ignore_above: 1024 };
  const group = (...names: string[]) => ({
    properties: Object.fromEntries(names.map((name) => [name, keyword])),
  });
  return json({
    index_patterns: [INDEX_PATTERN],
    data_stream: {},
    priority: 500,
    template: {
      settings: {
        'index.lifecycle.name': SERVICES,
        'index.number_of_shards': 1,
        'index.number_of_replicas': 0,
      },
      mappings: {
        dynamic: false,
        properties: {
          '@timestamp': { type: 'date' },
          data_stream: {
            properties: {
              type: { type: 'constant_keyword', value: DATA_STREAM.type },
              dataset: { type: 'constant_keyword', value: DATA_STREAM.dataset },
              namespace: { type: 'constant_keyword' },
            },
          },
          message: { type: 'match_only_text' },
          log: group('level'),
          service: group('name'),
          labels: group('unit'),
          trace: group('id'),
          span: group('id'),
          http: { properties: { request: group('id') } },
          error: {
            properties: {
              type: keyword,
              message: { type: 'match_only_text' },
              stack_trace: { type: 'wildcard' },
            },
          },
          tags: keyword,
          details: { type: 'flattened', depth_limit: 10 },
        },
      },
    },
  });
}

/** Address of something that the start sets up. */
export const SET_UP = {
  policy: `http://127.0.0.1:${ELASTIC_PORT}/_ilm/policy/${SERVICES}`,
  template: `http://127.0.0.1:${ELASTIC_PORT}/_index_template/${SERVICES}`,
} as const;

/** Variable in which the container is given a user's password. */
export function passwordVariable(user: User): string {
  return `${user.toUpperCase()}_PASSWORD`;
}

/** Calls its arguments' address as the administrator; the password comes over standard input, where no list of processes shows it. */
export const CURL = `printf 'user = "%s:%s"\\n' ${USERS.admin.name} "$${passwordVariable('admin')}" | curl -sSf -K - -o /dev/null`;

/**
 * Start of Elasticsearch: its root is read-only, so its configuration is put together on scratch space; users come from
 * files; lifecycle and template are set as soon as it answers, the same every time.
 */
export function startScript(): string {
  const users = Object.entries(USERS).map(
    ([user, { name, role }]) =>
      `elasticsearch-users useradd ${name} -p "$${passwordVariable(user as User)}" -r ${role}`,
  );
  return [
    '#!/bin/sh',
    'set -eu',
    'export ES_PATH_CONF=/tmp/config',
    // Native parts of the JVM are run from there, which scratch space in memory may forbid.
    `export ES_TMPDIR=${ELASTIC_HOME}/data/tmp`,
    'rm -rf "$ES_PATH_CONF" "$ES_TMPDIR"',
    'mkdir -p "$ES_PATH_CONF" "$ES_TMPDIR"',
    `cp -r ${ELASTIC_HOME}/config/. "$ES_PATH_CONF"`,
    `cp ${ELASTIC_FILES}/elasticsearch.yml ${ELASTIC_FILES}/roles.yml "$ES_PATH_CONF"`,
    ...users,
    'call() {',
    `  ${CURL} -H 'content-type: application/json' "$@"`,
    '}',
    'set_up() {',
    `  until call "http://127.0.0.1:${ELASTIC_PORT}/_cluster/health?wait_for_status=yellow&timeout=5s"; do sleep 2; done 2>/dev/null`,
    `  call -X PUT --data-binary @${ELASTIC_FILES}/policy.json ${SET_UP.policy}`,
    `  call -X PUT --data-binary @${ELASTIC_FILES}/template.json ${SET_UP.template}`,
    '}',
    'set_up &',
    'exec elasticsearch',
    '',
  ].join('\n');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
