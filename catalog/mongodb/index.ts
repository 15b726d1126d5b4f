import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type MongodbComponent } from './fields.ts';
import { icon } from './icon.ts';
import { MONGODB_PORT } from './names.ts';
import { rules } from './rules.ts';

export const mongodb: CatalogEntry<MongodbComponent> = {
  kind: 'database',
  engine: 'mongodb',
  title: 'MongoDB',
  summary: 'A database of documents: records that are read and written whole and whose form changes often.',
  keywords: ['nosql', 'documents', 'json', 'collections', 'database', 'mongo'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'mongodb',
  accepts: ['mongodb'],
  speaks: [],
  port: () => MONGODB_PORT,
  verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  versions: ['8.2', '8.0', '7.0', '6.0'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, storage = DEFAULT_STORAGE }) => `mongodb ${version} · ${storage}`,
};
