import type { EntryDeployment } from '../entry.ts';
import { connector } from './connector.ts';
import type { ElasticsearchComponent } from './fields.ts';
import { elasticsearch } from './index.ts';
import { plan } from './plan.ts';

export const elasticsearchDeployment: EntryDeployment<ElasticsearchComponent> = {
  entry: elasticsearch,
  plan,
  connector,
};
