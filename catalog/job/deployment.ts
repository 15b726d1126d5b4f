import type { JobComponent } from '#model';
import type { EntryDeployment } from '../entry.ts';
import { job } from './index.ts';
import { plan } from './plan.ts';

export const jobDeployment: EntryDeployment<JobComponent> = { entry: job, plan };
