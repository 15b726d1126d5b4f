import type { Choice, FileOutcome } from '#host/contract';
import type { Place } from './place.ts';

/** How the files are generated a second time. */
export interface Again {
  layout?: string;
  targets?: string[];
  choices?: Record<string, Choice>;
}

/** What is seen after the second time. */
export interface Seen {
  /** What the report says of a file; `undefined`: nothing. */
  report(path: string): FileOutcome | undefined;
  /** What stands there now; `undefined`: no such file. */
  now(path: string): string | undefined;
  /** What stood there before. */
  before(path: string): string | undefined;
  /** What was generated the second time. */
  generated(path: string): string | undefined;
  kept: readonly string[];
  removed: readonly string[];
}

/** Files are generated, a person does something to them, and they are generated again. */
export interface Scenario {
  name: string;
  /** By default `compose`: few files. */
  targets?: string[];
  person(place: Place): Promise<unknown>;
  /** What becomes of the document; by default nothing. */
  change?(text: string): string;
  again?: Again;
  promise(seen: Seen): void;
}
