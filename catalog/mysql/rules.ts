import type { LintRule } from '#model';
import { connectionsRule } from '../connections-rule.ts';
import { shortSupportRule } from '../short-support-rule.ts';
import { DEFAULT_CONNECTIONS } from './fields.ts';

/** What goes wrong with MySQL in particular. */
export const rules: readonly LintRule[] = [
  connectionsRule({
    engine: 'mysql',
    title: 'MySQL',
    preset: DEFAULT_CONNECTIONS,
    // One more than the limit is let in, with the privilege CONNECTION_ADMIN, so none has to be kept.
    reserved: 0,
    source: 'MySQL 8.4 Reference Manual, section "MySQL Connection Handling and Thread Management"',
  }),
  shortSupportRule({
    engine: 'mysql',
    title: 'MySQL',
    lines: ['9.0', '9.1', '9.2', '9.3', '9.4', '9.5', '9.6'],
    instead: '8.4',
    source: 'MySQL 8.4 Reference Manual, section "MySQL Releases: Innovation and LTS"',
  }),
];
