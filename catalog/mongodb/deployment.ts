import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { MongodbComponent } from './fields.ts';
import { mongodb } from './index.ts';
import { plan } from './plan.ts';

export const mongodbDeployment: EntryDeployment<MongodbComponent> = { entry: mongodb, plan, connector };
