import { createCatalog } from './catalog.ts';
import { entries } from './registry.ts';

export type { Catalog, DeploymentCatalog } from './catalog.ts';
export { createCatalog, withDeployments } from './catalog.ts';
export type * from './container.ts';
export type * from './entry.ts';
export { environmentPrefix } from './environment.ts';
export { keyField } from './message-key.ts';
export { GRPC_PORT, isExisting, SERVICE_PORT } from './service/port.ts';
export { readersOf, type TopicReader } from './subscriptions.ts';
export type * from './table.ts';
export { toYaml } from './yaml.ts';

/** Every engine and kind that Archwright knows. */
export const catalog = createCatalog(entries);
