import type { EntryDeployment } from '../entry.ts';
import type { NginxComponent } from './fields.ts';
import { nginx } from './index.ts';
import { plan } from './plan.ts';

export const nginxDeployment: EntryDeployment<NginxComponent> = { entry: nginx, plan };
