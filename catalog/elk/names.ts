import { environmentPrefix } from '../environment.ts';

export const ELASTIC_PORT = 9200;
export const KIBANA_PORT = 5601;
/** Where Filebeat sends to Logstash. */
export const BEATS_PORT = 5044;
/** Where Logstash tells how it does. */
export const LOGSTASH_API_PORT = 9600;
/** Where services send their lines. */
export const LOG_PORT = 5170;
/** Where Filebeat tells how it does. */
export const FILEBEAT_API_PORT = 5066;

/** Data stream that all logs go to, and the pattern that finds it. */
export const DATA_STREAM = { type: 'logs', dataset: 'service', namespace: 'default' } as const;
export const INDEX_PATTERN = `${DATA_STREAM.type}-${DATA_STREAM.dataset}-*`;

/** Users of Elasticsearch: each may do what it has to, and no more. */
export const USERS = {
  /** People who look after it; also who sets it up. */
  admin: { name: 'admin', role: 'superuser', purpose: 'administrator admin' },
  /** `kibana` and `kibana_system` are reserved. */
  kibana: { name: 'kibana-server', role: 'kibana_system', purpose: 'user of Kibana' },
  logstash: { name: 'log-writer', role: 'log_writer', purpose: 'user that Logstash writes as' },
  reader: { name: 'log-reader', role: 'log_reader', purpose: 'user that dashboards read as' },
} as const;
export type User = keyof typeof USERS;

/** Key of the secret that holds a user's password, e.g. `LOGS_ADMIN_PASSWORD`. */
export function passwordKey(component: string, user: User): string {
  return `${environmentPrefix(component)}_${user.toUpperCase()}_PASSWORD`;
}

/** Key of the secret with which Kibana encrypts what it keeps. */
export function encryptionKey(component: string): string {
  return `${environmentPrefix(component)}_ENCRYPTION_KEY`;
}
