import type { LintRule } from '#model';
import { connectionsRule } from '../connections-rule.ts';
import { DEFAULT_CONNECTIONS } from '../mysql/fields.ts';
import { shortSupportRule } from '../short-support-rule.ts';

/** What goes wrong with MariaDB in particular. */
export const rules: readonly LintRule[] = [
  connectionsRule({
    engine: 'mariadb',
    title: 'MariaDB',
    preset: DEFAULT_CONNECTIONS,
    // One more than the limit is let in, with the privilege CONNECTION ADMIN, so none has to be kept.
    reserved: 0,
    source: 'MariaDB documentation, "Server System Variables", max_connections',
  }),
  shortSupportRule({
    engine: 'mariadb',
    title: 'MariaDB',
    lines: ['11.0', '11.1', '11.2', '11.3', '11.5', '11.6', '11.7', '12.0', '12.1', '12.2'],
    instead: '11.8',
    source: 'MariaDB Foundation, "Maintenance Policy": rolling and long-term releases',
  }),
];
