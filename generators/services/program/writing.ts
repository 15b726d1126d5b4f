import type { Helpers } from './arguments.ts';
import type { Facts, Observer } from './facts.ts';
import type { Result } from './scope.ts';

/** A single call as code. */
export interface Leaf {
  /** An expression that gives a promise. */
  code: string;
  result: Result;
  /** Name for a variable that holds the result. */
  name: string;
}

export interface Writing {
  facts: Facts;
  observer: Observer;
  helpers: Helpers;
  /** Name of the operation: its read-through entries are kept under it. */
  operation: string;
  /** Fields of what the operation gives, for what is kept in caches. */
  outputFields: readonly string[];
}
