import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, type MysqlComponent } from '../mysql/fields.ts';
import { MYSQL_PORT } from '../mysql/names.ts';
import { DEFAULT_VERSION, fields } from './fields.ts';
import { icon } from './icon.ts';
import { rules } from './rules.ts';

export const mariadb: CatalogEntry<MysqlComponent> = {
  kind: 'database',
  engine: 'mariadb',
  title: 'MariaDB',
  summary: "A relational database that speaks MySQL's protocol, made and governed by a foundation.",
  keywords: ['sql', 'relational', 'rdbms', 'database', 'tables', 'mysql', 'innodb'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'mariadb',
  accepts: ['sql'],
  speaks: [],
  port: () => MYSQL_PORT,
  verbs: ['read', 'write', 'delete', 'add', 'subtract'],
  versions: ['12.3', '12.2', '12.1', '12.0', '11.8', '11.4', '10.11', '10.6'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, storage = DEFAULT_STORAGE }) => `mariadb ${version} · ${storage}`,
};
