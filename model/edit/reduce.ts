import type { Vocabulary } from '../schema/vocabulary.ts';
import { findNode, rootOf } from '../source/locate.ts';
import { readSource, type Source } from '../source/source.ts';
import { applyChanges, misplaced } from './change.ts';
import { composeChanges } from './compose.ts';
import { connect, disconnect } from './connect.ts';
import { Draft, Refusal } from './draft.ts';
import type { Edit, TextChange } from './edit.ts';
import { move } from './move.ts';
import { checkNewName } from './names.ts';
import { formatOrder } from './order.ts';
import { type OrderOf, setAt } from './put.ts';
import { removePaths } from './remove.ts';
import { removeComponent } from './remove-component.ts';
import { renameComponent, renameKey } from './rename.ts';

/** A text after an edit, and how it came from the text before. */
export interface Reduced {
  source: Source;
  changes: TextChange[];
}

type Structural = Exclude<Edit, { type: 'text' | 'batch' }>;

/**
 * Applies an edit to a source.
 *
 * @throws Refusal where it cannot be made
 */
export function reduceEdit(source: Source, edit: Edit, vocabulary: Vocabulary): Reduced {
  if (edit.type === 'text') return reduceText(source, edit.changes);
  if (edit.type === 'batch') return reduceBatch(source, edit.edits, vocabulary);
  if (source.broken) throw new Refusal('edit/broken', brokenReason(source));
  const draft = new Draft(source);
  reduceStructural(draft, edit, formatOrder(source, vocabulary));
  const changes = draft.finish();
  const next = readSource(applyChanges(source.text, changes), source);
  if (next.broken)
    throw new Refusal(
      'edit/unsafe',
      `the edit would leave a text that cannot be read (${next.flaws[0]?.message ?? 'unknown'}): change it in the text`,
    );
  return { source: next, changes };
}

function reduceText(source: Source, changes: readonly TextChange[]): Reduced {
  const wrong = misplaced(source.text.length, changes);
  if (wrong !== undefined) throw new Refusal('edit/misplaced', wrong);
  return { source: readSource(applyChanges(source.text, changes), source), changes: [...changes] };
}

function reduceBatch(source: Source, edits: readonly Edit[], vocabulary: Vocabulary): Reduced {
  let reduced: Reduced = { source, changes: [] };
  for (const edit of edits) {
    const next = reduceEdit(reduced.source, edit, vocabulary);
    reduced = { source: next.source, changes: composeChanges(reduced.changes, next.changes) };
  }
  return reduced;
}

type Reducers = {
  [T in Structural['type']]: (draft: Draft, edit: Extract<Structural, { type: T }>, orderOf: OrderOf) => void;
};

const REDUCERS: Reducers = {
  'add-component': (draft, edit, orderOf) => {
    checkNewName(draft.source, edit.name);
    setAt(draft, ['components', edit.name], edit.component, orderOf);
    if (edit.position !== undefined) move(draft, { [edit.name]: edit.position }, orderOf);
  },
  'remove-component': (draft, edit) => removeComponent(draft, edit.name),
  'rename-component': (draft, edit) => renameComponent(draft, edit.from, edit.to),
  'rename-key': (draft, edit) => renameKey(draft, edit.path, edit.to),
  set: (draft, edit, orderOf) =>
    edit.value === undefined ? unset(draft, edit.path) : setAt(draft, edit.path, edit.value, orderOf),
  connect: (draft, edit, orderOf) => connect(draft, edit.connection, orderOf),
  disconnect: (draft, edit) => disconnect(draft, edit.from, edit.to),
  move: (draft, edit, orderOf) => move(draft, edit.positions, orderOf),
};

function reduceStructural<T extends Structural['type']>(
  draft: Draft,
  edit: Extract<Structural, { type: T }>,
  orderOf: OrderOf,
): void {
  const reduce: Reducers[T] = REDUCERS[edit.type as T];
  reduce(draft, edit, orderOf);
}

function unset(draft: Draft, path: readonly (string | number)[]): void {
  const root = rootOf(draft.source);
  if (root === undefined || findNode(draft.source, path) === undefined) return;
  if (path.length === 0) throw new Refusal('edit/root', 'a document cannot be emptied by an edit');
  removePaths(draft, root, [path]);
}

function brokenReason(source: Source): string {
  const flaw = source.flaws.find((candidate) => candidate.fatal === true);
  const line = flaw === undefined ? '' : ` on line ${source.lines.range(flaw.start, flaw.end).line}`;
  return `the text cannot be read${line}: mend it first`;
}
