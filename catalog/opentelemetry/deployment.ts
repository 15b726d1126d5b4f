import type { EntryDeployment } from '../entry.ts';
import type { OpentelemetryComponent } from './fields.ts';
import { opentelemetry } from './index.ts';
import { ambient, plan } from './plan.ts';

export const opentelemetryDeployment: EntryDeployment<OpentelemetryComponent> = {
  entry: opentelemetry,
  plan,
  ambient,
};
