import type { Operation } from '../system/operations.ts';
import type { Fields } from '../system/shapes.ts';
import type { System } from '../system/system.ts';

/** What is kept under a namespace of a cache. */
export interface Entry {
  kind: 'one' | 'many';
  fields: Fields;
}

/** What writing an operation's code needs to know of other operations. */
export interface Facts {
  system: System;
  /** Namespaces of each cache that any operation uses. */
  namespaces: ReadonlyMap<string, readonly string[]>;
  /** Columns of a table that may be unknown. */
  nullableColumns(database: string, table: string): ReadonlySet<string>;
  /** Fields of an operation's output that may be unknown. */
  nullableOutputs(operation: Operation): ReadonlySet<string>;
  /** What is kept under a namespace; `undefined`: nobody puts anything there. */
  entryOf(cache: string, namespace: string): Entry | undefined;
}

/** What was seen while an operation's code was written. */
export interface Observer {
  /** A row may be made of these fields. */
  wrote?(write: { database: string; table: string; fields: ReadonlySet<string>; keyGiven: boolean }): void;
  /** Something is kept under a namespace. */
  kept?(entry: Entry & { cache: string; namespace: string; loaded: boolean }): void;
}
