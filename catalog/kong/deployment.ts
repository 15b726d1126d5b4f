import type { EntryDeployment } from '../entry.ts';
import type { KongComponent } from './fields.ts';
import { kong } from './index.ts';
import { plan } from './plan.ts';

export const kongDeployment: EntryDeployment<KongComponent> = { entry: kong, plan };
