// Written by `npm run catalog` from the folders beside it.
import type { EntryDeployment } from './entry.ts';
import { natsDeployment } from './nats/deployment.ts';
import { nginxDeployment } from './nginx/deployment.ts';
import { opentelemetryDeployment } from './opentelemetry/deployment.ts';
import { postgresDeployment } from './postgres/deployment.ts';
import { prometheusDeployment } from './prometheus/deployment.ts';
import { rabbitmqDeployment } from './rabbitmq/deployment.ts';
import { redisDeployment } from './redis/deployment.ts';
import { serviceDeployment } from './service/deployment.ts';

/** How every entry runs that is deployed, in the order of the palette. */
export const deployments: readonly EntryDeployment[] = [
  serviceDeployment,
  nginxDeployment,
  postgresDeployment,
  redisDeployment,
  rabbitmqDeployment,
  natsDeployment,
  prometheusDeployment,
  opentelemetryDeployment,
];
