import type { EntryDeployment } from '../entry.ts';
import { ambient, connector } from './connector.ts';
import type { ConsulComponent } from './fields.ts';
import { consul } from './index.ts';
import { plan } from './plan.ts';

export const consulDeployment: EntryDeployment<ConsulComponent> = { entry: consul, plan, connector, ambient };
