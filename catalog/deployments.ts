// Written by `npm run catalog` from the folders beside it.
import { awsApiGatewayDeployment } from './aws-api-gateway/deployment.ts';
import { consulDeployment } from './consul/deployment.ts';
import { elasticsearchDeployment } from './elasticsearch/deployment.ts';
import { elkDeployment } from './elk/deployment.ts';
import type { EntryDeployment } from './entry.ts';
import { eurekaDeployment } from './eureka/deployment.ts';
import { grafanaDeployment } from './grafana/deployment.ts';
import { jobDeployment } from './job/deployment.ts';
import { kafkaDeployment } from './kafka/deployment.ts';
import { kongDeployment } from './kong/deployment.ts';
import { mariadbDeployment } from './mariadb/deployment.ts';
import { memcachedDeployment } from './memcached/deployment.ts';
import { minioDeployment } from './minio/deployment.ts';
import { mongodbDeployment } from './mongodb/deployment.ts';
import { mysqlDeployment } from './mysql/deployment.ts';
import { natsDeployment } from './nats/deployment.ts';
import { nginxDeployment } from './nginx/deployment.ts';
import { opentelemetryDeployment } from './opentelemetry/deployment.ts';
import { postgresDeployment } from './postgres/deployment.ts';
import { prometheusDeployment } from './prometheus/deployment.ts';
import { rabbitmqDeployment } from './rabbitmq/deployment.ts';
import { redisDeployment } from './redis/deployment.ts';
import { serviceDeployment } from './service/deployment.ts';
import { valkeyDeployment } from './valkey/deployment.ts';

/** How every entry runs that is deployed, in the order of the palette. */
export const deployments: readonly EntryDeployment[] = [
  serviceDeployment,
  jobDeployment,
  nginxDeployment,
  kongDeployment,
  awsApiGatewayDeployment,
  postgresDeployment,
  mysqlDeployment,
  mariadbDeployment,
  mongodbDeployment,
  elasticsearchDeployment,
  redisDeployment,
  valkeyDeployment,
  memcachedDeployment,
  rabbitmqDeployment,
  natsDeployment,
  kafkaDeployment,
  minioDeployment,
  consulDeployment,
  eurekaDeployment,
  prometheusDeployment,
  grafanaDeployment,
  elkDeployment,
  opentelemetryDeployment,
];
