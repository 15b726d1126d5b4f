import type { Path } from '../path.ts';
import type { Connection, Position } from '../schema/document.ts';

/** A plain value as YAML and JSON know it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value | undefined };

/** Replaces the `remove` characters at `offset` by `insert`. Offsets are UTF-16 units of the text before the edit. */
export interface TextChange {
  offset: number;
  remove: number;
  insert: string;
}

/**
 * Everything that can be done to a document. Closed: an edit is data, reduced by `applyEdit`, and every edit has an
 * inverse (a `text` edit), so that undo gives back the very bytes.
 */
export type Edit =
  /** Adds a component as a block of its own at the end of `components`, and its position. */
  | {
      type: 'add-component';
      name: string;
      component: { readonly [key: string]: Value | undefined };
      position?: Position;
    }
  /** Removes a component and whatever refers to it: connections, routes, calls, layout entries, position. */
  | { type: 'remove-component'; name: string }
  /** Renames a component everywhere it is referred to; its block and its position keep their place. */
  | { type: 'rename-component'; from: string; to: string }
  /** Sets the value at a path (missing maps in between are made); `undefined` removes it, and maps it leaves empty. */
  | { type: 'set'; path: Path; value: Value | undefined }
  /** Renames a map's key; the entry keeps its place. */
  | { type: 'rename-key'; path: Path; to: string }
  | { type: 'connect'; connection: Connection }
  /** Removes the explicit connection between two components (not the calls of operations). */
  | { type: 'disconnect'; from: string; to: string }
  /** Moves boxes: touches only their lines under `canvas`. */
  | { type: 'move'; positions: Readonly<Record<string, Position>> }
  /** Free typing, and the inverse of every edit. Changes are in order and do not overlap. */
  | { type: 'text'; changes: readonly TextChange[] }
  /** Several edits as one step. */
  | { type: 'batch'; title: string; edits: readonly Edit[] };
