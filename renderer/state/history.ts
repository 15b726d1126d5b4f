import type { Edit } from '#model';
import { changeBetween } from './text-diff.ts';

/** One step of undo or redo. */
export interface Step {
  /** What was done, for `Undo move` and the like. */
  title: string;
  /** Takes the step back (or does it again, on the way forward). */
  edit: Edit;
  /** Steps with the same key that follow one another closely become one. */
  coalesce?: string;
  /** Text before the step; kept only while later edits may still join it. */
  before?: string;
  /** When it was last added to, in milliseconds of the caller's clock. */
  at: number;
}

/** A stack that shares its tail, so that a step costs the same however many came before. */
interface Stack {
  readonly step: Step;
  readonly rest: Stack | null;
}

/** Everything that can be undone and redone. There is no limit on the number of steps. */
export interface History {
  readonly past: Stack | null;
  readonly future: Stack | null;
}

/** Edits with one key join into one step when no more than this lies between them, in milliseconds. */
export const BURST_MS = 1000;

export const EMPTY_HISTORY: History = { past: null, future: null };

const sealed = (stack: Stack | null): Stack | null =>
  stack?.step.before === undefined
    ? stack
    : { step: { ...stack.step, before: undefined, coalesce: undefined }, rest: stack.rest };

/**
 * Notes an edit that was made; whatever could be redone is forgotten.
 *
 * @param step the edit's inverse, and the text before it where edits may join it
 * @param after the text after the edit
 */
export function record(history: History, step: Step, after: string): History {
  const last = history.past;
  if (last && history.future === null && joins(last.step, step)) {
    const change = changeBetween(after, last.step.before ?? after);
    const edit: Edit = { type: 'text', changes: change ? [change] : [] };
    return { past: { step: { ...last.step, edit, at: step.at }, rest: last.rest }, future: null };
  }
  return { past: { step, rest: sealed(last) }, future: null };
}

function joins(last: Step, next: Step): boolean {
  return (
    next.coalesce !== undefined &&
    last.coalesce === next.coalesce &&
    last.before !== undefined &&
    next.at - last.at <= BURST_MS
  );
}

/** Ends a burst: the next edit is a step of its own. */
export function seal(history: History): History {
  return { ...history, past: sealed(history.past) };
}

/** Moves the last step to the future; `inverse` does it again. */
export function undone(history: History, inverse: Edit): History {
  if (!history.past) return history;
  const { step, rest } = history.past;
  return { past: rest, future: { step: redoable(step, inverse), rest: history.future } };
}

/** Moves the next step back to the past; `inverse` undoes it. */
export function redone(history: History, inverse: Edit): History {
  if (!history.future) return history;
  const { step, rest } = history.future;
  return { past: { step: redoable(step, inverse), rest: history.past }, future: rest };
}

const redoable = ({ title, at }: Step, edit: Edit): Step => ({ title, at, edit });
