import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { MysqlComponent } from './fields.ts';
import { mysql } from './index.ts';
import { plan } from './plan.ts';

export const mysqlDeployment: EntryDeployment<MysqlComponent> = { entry: mysql, plan, connector };
