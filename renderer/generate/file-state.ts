import type { Choice, PlannedFileState } from '#host/contract';

type Action = PlannedFileState['action'];

/** How a file stands towards the output folder: a letter for the tree, a word, and what will be done. */
export const FILE_STATES: Record<
  Action,
  {
    letter: string;
    word: string;
    explanation: string;
    tone: 'new' | 'changed' | 'kept' | 'conflict' | 'removed' | 'quiet';
  }
> = {
  create: { letter: 'N', word: 'New', explanation: 'It is not there yet.', tone: 'new' },
  update: {
    letter: 'C',
    word: 'Changed',
    explanation: 'Untouched since it was generated: it will be replaced.',
    tone: 'changed',
  },
  same: { letter: '', word: 'Unchanged', explanation: 'It stands there like this already.', tone: 'quiet' },
  merge: {
    letter: 'M',
    word: 'Merged',
    explanation: 'You edited it. Your changes stay, and what is new comes in.',
    tone: 'changed',
  },
  edited: {
    letter: 'E',
    word: 'Edited by hand',
    explanation: 'You edited it, and nothing is new for it: it stays as it is.',
    tone: 'quiet',
  },
  conflict: {
    letter: '!',
    word: 'Conflict',
    explanation: 'You edited what has changed as well. Your file stays as it is.',
    tone: 'conflict',
  },
  foreign: {
    letter: 'F',
    word: 'Foreign',
    explanation: 'Archwright did not make it, so it stays as it is.',
    tone: 'kept',
  },
  keep: {
    letter: 'Y',
    word: 'Yours',
    explanation: 'It was written once and is yours: it is kept.',
    tone: 'quiet',
  },
  remove: {
    letter: 'R',
    word: 'Removed',
    explanation: 'No longer generated, and untouched: it will be removed.',
    tone: 'removed',
  },
  orphan: {
    letter: 'O',
    word: 'Left over',
    explanation: 'No longer generated, but you edited it: it stays. Delete it once you need it no more.',
    tone: 'kept',
  },
  deleted: {
    letter: 'D',
    word: 'Deleted by hand',
    explanation: 'You deleted it, so it is not written again. Bring it back if you want it.',
    tone: 'kept',
  },
};

/** What writing will do with a file, and why. */
export function whatHappens({ action, place, reason, beside, backup, choice }: PlannedFileState): string {
  return [
    choice === undefined ? FILE_STATES[action].explanation : CHOSEN[choice],
    place !== undefined && `You moved it to ${place}; there it is kept up to date.`,
    reason,
    beside !== undefined && `The new text is laid beside it as ${beside}.`,
    backup !== undefined && `Yours is put aside as ${backup}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const CHOSEN: Record<Choice, string> = {
  restore: 'You want it back: it is written again.',
  new: 'You want the new text: it replaces yours.',
  mine: 'You want to keep yours: it stays, and counts as settled.',
};

/** Languages by the ends of file names; the longest end that fits counts. */
const LANGUAGES: readonly [end: string, language: string][] = [
  ['.ts', 'typescript'],
  ['.mjs', 'javascript'],
  ['.js', 'javascript'],
  ['.json', 'javascript'],
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.md', 'markdown'],
  ['.sql', 'sql'],
  ['.sh', 'shell'],
  ['.env', 'ini'],
  ['.env.example', 'ini'],
  ['Dockerfile', 'dockerfile'],
  ['.conf', 'shell'],
];

/** The language that a file's text is coloured in. */
export function languageOf(path: string): string {
  return LANGUAGES.find(([end]) => path.endsWith(end))?.[1] ?? 'plaintext';
}
