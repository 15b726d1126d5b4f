import type { ServiceComponent } from '#model';
import type { EntryDeployment } from '../entry.ts';
import { service } from './index.ts';
import { plan } from './plan.ts';

export const serviceDeployment: EntryDeployment<ServiceComponent> = { entry: service, plan };
