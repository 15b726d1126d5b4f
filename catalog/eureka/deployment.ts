import type { EntryDeployment } from '../entry.ts';
import { ambient, connector } from './connector.ts';
import type { EurekaComponent } from './fields.ts';
import { eureka } from './index.ts';
import { plan } from './plan.ts';

export const eurekaDeployment: EntryDeployment<EurekaComponent> = { entry: eureka, plan, connector, ambient };
