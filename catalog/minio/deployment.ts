import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { MinioComponent } from './fields.ts';
import { minio } from './index.ts';
import { plan } from './plan.ts';

export const minioDeployment: EntryDeployment<MinioComponent> = { entry: minio, plan, connector };
