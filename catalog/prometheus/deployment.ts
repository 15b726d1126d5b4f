import type { EntryDeployment } from '../entry.ts';
import type { PrometheusComponent } from './fields.ts';
import { prometheus } from './index.ts';
import { plan } from './plan.ts';

export const prometheusDeployment: EntryDeployment<PrometheusComponent> = {
  entry: prometheus,
  plan,
  readsMetrics: true,
};
