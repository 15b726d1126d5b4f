import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { MemcachedComponent } from './fields.ts';
import { memcached } from './index.ts';
import { plan } from './plan.ts';

export const memcachedDeployment: EntryDeployment<MemcachedComponent> = { entry: memcached, plan, connector };
