import type { EntryDeployment } from '../entry.ts';
import type { MysqlComponent } from '../mysql/fields.ts';
import { connector } from './connector.ts';
import { mariadb } from './index.ts';
import { plan } from './plan.ts';

export const mariadbDeployment: EntryDeployment<MysqlComponent> = { entry: mariadb, plan, connector };
