export type { CallOptions } from './calls/caller.ts';
export { createLocal, type LocalOptions } from './calls/local.ts';
export { type BaseConfig, type Config, ConfigError, loadConfig } from './config.ts';
export {
  createContext,
  currentContext,
  nextMessageId,
  outgoingHeaders,
  type RequestContext,
  runInContext,
} from './context.ts';
export type {
  AnyOperation,
  HttpMethod,
  JsonSchema,
  OperationContract,
  QueueContract,
  ServiceContract,
  ServiceModule,
} from './contract.ts';
export * from './discovery/index.ts';
export {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from './errors.ts';
export { chance, present, repeat } from './flow.ts';
export { Health, type HealthReport } from './health.ts';
export { createClient } from './http/client.ts';
export { createExternal, type External } from './http/external.ts';
export { createLog, type Log } from './log.ts';
export { createMemoryInbox } from './messaging/memory-inbox.ts';
export { createPublisher } from './messaging/publisher.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { isDue, type Migration, readMigrations } from './migrations.ts';
export type { Cache } from './ports/cache.ts';
export type { Message, Outcome, Publisher, Subscription } from './ports/queue.ts';
export type {
  CacheResource,
  DatabaseResource,
  Inbox,
  QueueResource,
  Resource,
  StorageResource,
} from './ports/resource.ts';
export { ANY_CONTENT, type Bucket, type StoredObject } from './ports/storage.ts';
export {
  type ColumnDefinition,
  type ColumnType,
  FIND_LIMIT,
  isComplete,
  type NumberField,
  type Table,
  type TableDefinition,
} from './ports/table.ts';
export { type RunHooks, run } from './run.ts';
export { validatorOf } from './schema.ts';
export { type MountOptions, Unit } from './unit.ts';
export { type Work, work } from './work.ts';
