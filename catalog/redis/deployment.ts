import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { RedisComponent } from './fields.ts';
import { redis } from './index.ts';
import { plan } from './plan.ts';

export const redisDeployment: EntryDeployment<RedisComponent> = { entry: redis, plan, connector };
