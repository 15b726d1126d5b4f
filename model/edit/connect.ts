import type { Path } from '../problem.ts';
import type { Connection } from '../schema/document.ts';
import { childOf, rootOf } from '../source/locate.ts';
import { type Draft, Refusal } from './draft.ts';
import { checkOldName } from './names.ts';
import { type OrderOf, setAt } from './put.ts';
import { removePaths } from './remove.ts';

/** Adds an explicit connection. */
export function connect(draft: Draft, connection: Connection, orderOf: OrderOf): void {
  const { from, to } = connection;
  checkOldName(draft.source, from);
  checkOldName(draft.source, to);
  if (from === to) throw new Refusal('edit/connection', 'a component cannot be connected to itself');
  if (connectionsBetween(draft, from, to).length > 0)
    throw new Refusal('edit/connection', `${from} is already connected to ${to}`);
  const root = rootOf(draft.source);
  const list = root === undefined ? undefined : childOf(root, 'connections');
  const value = { ...connection };
  if (list?.node.type === 'list') setAt(draft, ['connections', list.node.items.length], value, orderOf);
  else setAt(draft, ['connections'], [value], orderOf);
}

/** Removes every explicit connection between two components, in this direction. */
export function disconnect(draft: Draft, from: string, to: string): void {
  const root = rootOf(draft.source);
  const paths = connectionsBetween(draft, from, to);
  if (root === undefined || paths.length === 0) {
    throw new Refusal(
      'edit/connection',
      `there is no connection from ${from} to ${to} to remove: what is drawn comes from calls, routes or the workload`,
    );
  }
  removePaths(draft, root, paths);
}

function connectionsBetween(draft: Draft, from: string, to: string): Path[] {
  const root = rootOf(draft.source);
  const list = root === undefined ? undefined : childOf(root, 'connections');
  if (list?.node.type !== 'list') return [];
  return list.node.value.flatMap((item, index) => {
    const connection = item as { from?: unknown; to?: unknown } | null;
    return connection?.from === from && connection.to === to ? [['connections', index]] : [];
  });
}
