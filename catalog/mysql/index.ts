import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type MysqlComponent } from './fields.ts';
import { icon } from './icon.ts';
import { MYSQL_PORT } from './names.ts';
import { rules } from './rules.ts';

export const mysql: CatalogEntry<MysqlComponent> = {
  kind: 'database',
  engine: 'mysql',
  title: 'MySQL',
  summary: 'A relational database that most hosts and teams know, with transactions and fast reads by key.',
  keywords: ['sql', 'relational', 'rdbms', 'database', 'tables', 'innodb', 'oracle'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'mysql',
  accepts: ['sql'],
  speaks: [],
  port: () => MYSQL_PORT,
  verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  versions: ['9.7', '9.6', '9.5', '9.4', '9.3', '9.2', '9.1', '9.0', '8.4', '8.0'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, storage = DEFAULT_STORAGE }) => `mysql ${version} · ${storage}`,
};
