import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { RabbitmqComponent } from './fields.ts';
import { rabbitmq } from './index.ts';
import { plan } from './plan.ts';

export const rabbitmqDeployment: EntryDeployment<RabbitmqComponent> = { entry: rabbitmq, plan, connector };
