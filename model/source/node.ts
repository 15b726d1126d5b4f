/** A scalar as JSON knows it. */
export type Scalar = string | number | boolean | null;

/** Where a node stands: offsets in UTF-16 units, relative to the chunk of text that it was read from. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly type: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
  readonly value: Scalar;
}

/** A `*alias`; it shares its target's value and is never expanded. */
export interface AliasNode extends Span {
  readonly type: 'alias';
  readonly target: SourceNode;
  readonly value: unknown;
}

/** One `key: value` of a map. `base` is added to every offset of its key and value. */
export interface Entry {
  readonly key: string;
  readonly keyNode: SourceNode;
  readonly value: SourceNode;
  readonly base: number;
}

/** One item of a list; `dash` is where its `-` stands (block style) or where its value starts. `base` is added to all. */
export interface Item {
  readonly dash: number;
  readonly value: SourceNode;
  readonly base: number;
}

export interface MapNode extends Span {
  readonly type: 'map';
  readonly flow: boolean;
  readonly entries: readonly Entry[];
  readonly value: Readonly<Record<string, unknown>>;
}

export interface ListNode extends Span {
  readonly type: 'list';
  readonly flow: boolean;
  readonly items: readonly Item[];
  readonly value: readonly unknown[];
}

/** A node of a positioned YAML tree: immutable, so that unchanged parts of a document are shared between versions. */
export type SourceNode = ScalarNode | AliasNode | MapNode | ListNode;

/** Keys that are refused everywhere: they would reach an object's prototype. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Something in the text itself that is wrong, whatever the schema says. Offsets are relative to the chunk. */
export interface Flaw {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
  /** Another place that the message speaks of: its line is added. */
  readonly other?: number;
  /** Nothing can be read: the document stays what it was. */
  readonly fatal?: boolean;
}
