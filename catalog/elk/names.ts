import { environmentPrefix } from '../environment.ts';

export const ELASTIC_PORT = 9200;
export const KIBANA_PORT = 5601;
/** Where Filebeat sends to Logstash (the protocol is called Beats, or Lumberjack). */
export const BEATS_PORT = 5044;
/** Logstash's own interface, which tells how it does. */
export const LOGSTASH_API_PORT = 9600;
/** Where services send their lines. */
export const LOG_PORT = 5170;
/** Filebeat's own interface. */
export const FILEBEAT_API_PORT = 5066;

/** Superuser that comes with Elasticsearch. */
export const ELASTIC_USER = 'elastic';
/** User that Kibana logs in as; its password is set at the first start. */
export const KIBANA_USER = 'kibana_system';
/** Data stream that all logs go to, and the pattern that finds it. */
export const DATA_STREAM = { type: 'logs', dataset: 'service', namespace: 'default' } as const;
export const INDEX_PATTERN = `${DATA_STREAM.type}-${DATA_STREAM.dataset}-*`;

/** Key of the secret that holds the superuser's password, e.g. `LOGS_ELASTIC_PASSWORD`. */
export function elasticPasswordKey(component: string): string {
  return `${environmentPrefix(component)}_ELASTIC_PASSWORD`;
}

/** Key of the secret that holds Kibana's password. */
export function kibanaPasswordKey(component: string): string {
  return `${environmentPrefix(component)}_KIBANA_PASSWORD`;
}

/** Key of the secret with which Kibana encrypts what it keeps. */
export function encryptionKey(component: string): string {
  return `${environmentPrefix(component)}_ENCRYPTION_KEY`;
}
