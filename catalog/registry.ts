// Written by `npm run catalog` from the folders beside it.
import { awsApiGateway } from './aws-api-gateway/index.ts';
import { client } from './client/index.ts';
import { consul } from './consul/index.ts';
import { elasticsearch } from './elasticsearch/index.ts';
import { elk } from './elk/index.ts';
import type { CatalogEntry } from './entry.ts';
import { eureka } from './eureka/index.ts';
import { external } from './external/index.ts';
import { grafana } from './grafana/index.ts';
import { job } from './job/index.ts';
import { kafka } from './kafka/index.ts';
import { kong } from './kong/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { mariadb } from './mariadb/index.ts';
import { memcached } from './memcached/index.ts';
import { minio } from './minio/index.ts';
import { mongodb } from './mongodb/index.ts';
import { mysql } from './mysql/index.ts';
import { nats } from './nats/index.ts';
import { nginx } from './nginx/index.ts';
import { opentelemetry } from './opentelemetry/index.ts';
import { postgres } from './postgres/index.ts';
import { prometheus } from './prometheus/index.ts';
import { rabbitmq } from './rabbitmq/index.ts';
import { redis } from './redis/index.ts';
import { service } from './service/index.ts';
import { valkey } from './valkey/index.ts';

/** Every entry, in the order of the palette. */
export const entries: readonly CatalogEntry[] = [
  service,
  job,
  client,
  external,
  nginx,
  kong,
  awsApiGateway,
  postgres,
  mysql,
  mariadb,
  mongodb,
  elasticsearch,
  redis,
  valkey,
  memcached,
  rabbitmq,
  nats,
  kafka,
  minio,
  kubernetes,
  consul,
  eureka,
  prometheus,
  grafana,
  elk,
  opentelemetry,
];
