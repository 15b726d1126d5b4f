// Written by `npm run catalog` from the folders beside it.
import { client } from './client/index.ts';
import type { CatalogEntry } from './entry.ts';
import { external } from './external/index.ts';
import { nats } from './nats/index.ts';
import { nginx } from './nginx/index.ts';
import { opentelemetry } from './opentelemetry/index.ts';
import { postgres } from './postgres/index.ts';
import { prometheus } from './prometheus/index.ts';
import { rabbitmq } from './rabbitmq/index.ts';
import { redis } from './redis/index.ts';
import { service } from './service/index.ts';

/** Every entry, in the order of the palette. */
export const entries: readonly CatalogEntry[] = [
  service,
  client,
  external,
  nginx,
  postgres,
  redis,
  rabbitmq,
  nats,
  prometheus,
  opentelemetry,
];
