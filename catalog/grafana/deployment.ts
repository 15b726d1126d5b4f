import type { EntryDeployment } from '../entry.ts';
import type { GrafanaComponent } from './fields.ts';
import { grafana } from './index.ts';
import { plan } from './plan.ts';

export const grafanaDeployment: EntryDeployment<GrafanaComponent> = { entry: grafana, plan };
