import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type ElasticsearchComponent, fields } from './fields.ts';
import { icon } from './icon.ts';
import { ELASTICSEARCH_PORT } from './names.ts';
import { rules } from './rules.ts';

export const elasticsearch: CatalogEntry<ElasticsearchComponent> = {
  kind: 'database',
  engine: 'elasticsearch',
  title: 'Elasticsearch',
  summary:
    'A search engine: finds documents by any of their words and fields, from data that live elsewhere.',
  keywords: ['search', 'full text', 'index', 'lucene', 'documents', 'nosql', 'elastic'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'elasticsearch',
  accepts: ['http'],
  speaks: [],
  port: () => ELASTICSEARCH_PORT,
  verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  versions: ['9.5', '9.4', '9.3', '9.2', '9.1', '9.0', '8.19', '8.18', '8.17'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, storage = DEFAULT_STORAGE }) =>
    `elasticsearch ${version} · ${storage}`,
};
