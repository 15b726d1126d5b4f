import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { PostgresComponent } from './fields.ts';
import { postgres } from './index.ts';
import { plan } from './plan.ts';

export const postgresDeployment: EntryDeployment<PostgresComponent> = { entry: postgres, plan, connector };
