import {
  type ArchDocument,
  applyEdit,
  type Edit,
  type EditResult,
  edgesOf,
  type GraphEdge,
  type Parsed,
  type Problem,
  parse,
  type Vocabulary,
} from '#model';
import { EMPTY_HISTORY, type History, record, redone, seal, undone } from './history.ts';
import { mergeProblems } from './problems.ts';
import { sameEntries, shareEdges } from './sharing.ts';
import { titleOf } from './titles.ts';

/** The open document: its text is the truth, everything else follows from it. */
export interface DocumentState {
  /** Made up when the document is opened; names its journal entry. */
  id: string;
  /** Its file; `null` until it is saved for the first time. */
  path: string | null;
  /** Name shown to people: the file's, without folder. */
  name: string;
  text: string;
  parsed: Parsed;
  /** Findings of the lint rules; they follow the text by a moment. */
  lint: Problem[];
  /** All problems, worst first. */
  problems: Problem[];
  edges: GraphEdge[];
  /** Version of the file that the text was read from or written to. */
  version: string | null;
  /** What the file holds. */
  savedText: string;
  dirty: boolean;
  history: History;
  canUndo: boolean;
  canRedo: boolean;
  undoTitle: string | undefined;
  redoTitle: string | undefined;
  /** Counts the texts that this document has had. */
  revision: number;
}

/** What is opened. */
export interface Loaded {
  text: string;
  path: string | null;
  name: string;
  version: string | null;
  /** What the file holds, where that is not the text: a document recovered from the journal. */
  savedText?: string;
  /** Identity to go on under, for a document recovered from the journal. */
  id?: string;
}

/** How an edit enters the history. */
export interface DispatchOptions {
  /** Phrase for the undo command; by default named after the edit. */
  title?: string;
  /** Edits with the same key in one burst are one step: typing, nudging. */
  coalesce?: string;
}

/** The state of a document that was just opened. */
export function loaded(source: Loaded, id: string, vocabulary: Vocabulary): DocumentState {
  const parsed = parse(source.text, vocabulary);
  const savedText = source.savedText ?? source.text;
  return withHistory(
    {
      id: source.id ?? id,
      path: source.path,
      name: source.name,
      version: source.version,
      text: source.text,
      parsed,
      lint: [],
      problems: mergeProblems(parsed.problems, []),
      edges: edgesOf(parsed.document, vocabulary),
      savedText,
      dirty: source.text !== savedText,
      revision: 0,
    },
    EMPTY_HISTORY,
  );
}

/** Applies an edit and remembers how to take it back. A refused edit changes nothing. */
export function dispatched(
  state: DocumentState,
  edit: Edit,
  options: DispatchOptions,
  now: number,
  vocabulary: Vocabulary,
): { state: DocumentState; result: EditResult } {
  const result = applyEdit(state.parsed, edit, vocabulary);
  if (!result.ok || result.parsed.text === state.text) return { state, result };
  const { coalesce } = options;
  const step = {
    title: options.title ?? titleOf(edit),
    edit: result.inverse,
    at: now,
    ...(coalesce === undefined ? {} : { coalesce, before: state.text }),
  };
  const history = record(state.history, step, result.parsed.text);
  return { state: withHistory(reparsed(state, result.parsed, vocabulary), history), result };
}

/** Takes the last step back. The state itself, where there is none. */
export function undo(state: DocumentState, vocabulary: Vocabulary): DocumentState {
  return travelled(state, state.history.past?.step.edit, undone, vocabulary);
}

/** Does the last undone step again. The state itself, where there is none. */
export function redo(state: DocumentState, vocabulary: Vocabulary): DocumentState {
  return travelled(state, state.history.future?.step.edit, redone, vocabulary);
}

function travelled(
  state: DocumentState,
  edit: Edit | undefined,
  move: (history: History, inverse: Edit) => History,
  vocabulary: Vocabulary,
): DocumentState {
  if (!edit) return state;
  const result = applyEdit(state.parsed, edit, vocabulary);
  if (!result.ok) return state;
  return withHistory(reparsed(state, result.parsed, vocabulary), move(state.history, result.inverse));
}

/** Notes that the text was written to a file. */
export function saved(
  state: DocumentState,
  file: { path: string; version: string | null; text?: string; name?: string },
): DocumentState {
  const savedText = file.text ?? state.text;
  const next = {
    ...state,
    path: file.path,
    version: file.version,
    name: file.name ?? state.name,
    savedText,
    dirty: state.text !== savedText,
  };
  return withHistory(next, seal(state.history));
}

/** Takes in the findings of the lint rules. */
export function linted(state: DocumentState, lint: Problem[]): DocumentState {
  return { ...state, lint, problems: mergeProblems(state.parsed.problems, lint) };
}

function reparsed(state: DocumentState, parsed: Parsed, vocabulary: Vocabulary): DocumentState {
  return {
    ...state,
    text: parsed.text,
    parsed,
    problems: mergeProblems(parsed.problems, state.lint),
    edges: edgesAfter(state, parsed.document, vocabulary),
    dirty: parsed.text !== state.savedText,
    revision: state.revision + 1,
  };
}

function edgesAfter(
  { parsed, edges }: DocumentState,
  next: ArchDocument,
  vocabulary: Vocabulary,
): GraphEdge[] {
  const before = parsed.document;
  const untouched =
    sameEntries(before.components, next.components) &&
    sameEntries({ ...before.connections }, { ...next.connections });
  return untouched ? edges : shareEdges(edges, edgesOf(next, vocabulary));
}

type WithoutHistory = Omit<DocumentState, 'history' | 'canUndo' | 'canRedo' | 'undoTitle' | 'redoTitle'>;

function withHistory(state: WithoutHistory, history: History): DocumentState {
  return {
    ...state,
    history,
    canUndo: history.past !== null,
    canRedo: history.future !== null,
    undoTitle: history.past?.step.title,
    redoTitle: history.future?.step.title,
  };
}
