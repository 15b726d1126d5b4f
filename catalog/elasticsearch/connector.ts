import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { ElasticsearchComponent } from './fields.ts';
import { migrations } from './migrations.ts';
import { DATABASE_USER, ELASTICSEARCH_PORT, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to Elasticsearch. */
export const connector: Connector<ElasticsearchComponent> = {
  dependencies: { '@elastic/elasticsearch': '9.5.1' },
  runtime: runtimeFiles,
  migrations,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `http://${DATABASE_USER}:`,
        context.secret(passwordKey(name), `Password of the search engine ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${ELASTICSEARCH_PORT}`,
      ],
    },
  }),
};
