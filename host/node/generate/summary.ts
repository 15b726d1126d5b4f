import type { FileOutcome } from '../../contract/index.ts';
import type { Action, Decision } from './decide.ts';

/** What a write did. */
export interface WriteResult {
  out: string;
  /** Files created, replaced or merged. */
  written: number;
  /** Files that differ from the new text, or are no longer generated, and were left as they are. */
  kept: string[];
  removed: string[];
  /** What a person should know of: everything that concerns their own changes. */
  notable: FileOutcome[];
}

const WRITTEN: ReadonlySet<Action> = new Set(['create', 'update', 'merge']);
const KEPT: ReadonlySet<Action> = new Set(['edited', 'conflict', 'foreign', 'orphan']);
const NOTABLE: ReadonlySet<Action> = new Set([...KEPT, 'merge', 'deleted']);

/** Tells what a write did. */
export function summary(out: string, decisions: readonly Decision[]): WriteResult {
  const placesOf = (actions: ReadonlySet<Action>) =>
    decisions.filter(({ action }) => actions.has(action)).map(({ place }) => place);
  return {
    out,
    written: placesOf(WRITTEN).length,
    kept: placesOf(KEPT),
    removed: placesOf(new Set(['remove'])),
    notable: decisions
      .filter(
        ({ action, path, place, choice }) => NOTABLE.has(action) || place !== path || choice !== undefined,
      )
      .map(outcomeOf),
  };
}

/** What happens to a file, without its texts. */
export function outcomeOf(decision: Decision): FileOutcome {
  const { path, place, action, owner, beside, backup, reason, choice } = decision;
  return {
    path,
    action,
    owner,
    ...(place === path ? {} : { place }),
    ...(beside === undefined ? {} : { beside }),
    ...(backup === undefined ? {} : { backup }),
    ...(reason === undefined ? {} : { reason }),
    ...(choice === undefined ? {} : { choice }),
  };
}
