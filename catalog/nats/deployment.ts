import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { NatsComponent } from './fields.ts';
import { nats } from './index.ts';
import { plan } from './plan.ts';

export const natsDeployment: EntryDeployment<NatsComponent> = { entry: nats, plan, connector };
