import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type PostgresComponent } from './fields.ts';
import { icon } from './icon.ts';
import { POSTGRES_PORT } from './names.ts';
import { rules } from './rules.ts';

export const postgres: CatalogEntry<PostgresComponent> = {
  kind: 'database',
  engine: 'postgres',
  title: 'PostgreSQL',
  summary: 'A relational database with transactions: the safe choice for data that must not be lost.',
  keywords: ['sql', 'relational', 'rdbms', 'database', 'tables', 'transactions'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'postgres',
  accepts: ['sql'],
  speaks: [],
  port: () => POSTGRES_PORT,
  verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  versions: ['18', '17', '16', '15', '14', '13'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, storage = DEFAULT_STORAGE }) => `postgres ${version} · ${storage}`,
};
