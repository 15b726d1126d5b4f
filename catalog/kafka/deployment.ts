import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { KafkaComponent } from './fields.ts';
import { kafka } from './index.ts';
import { plan } from './plan.ts';

export const kafkaDeployment: EntryDeployment<KafkaComponent> = { entry: kafka, plan, connector };
