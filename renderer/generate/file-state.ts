import type { PlannedFileState } from '#host/contract';

type Action = PlannedFileState['action'];

/** What writing does with a file that is not Archwright's to replace: said before it happens. */
const WILL_BE_KEPT = 'Writing keeps it, and lays the new text beside it as a .new file.';
/** The same, said of files that it has happened to. */
export const WAS_KEPT = 'Kept as they are; what is new lies beside each as a .new file:';

/** How a file stands towards the output folder: a letter for the tree, a word, and what will be done. */
export const FILE_STATES: Record<
  Action,
  {
    letter: string;
    word: string;
    explanation: string;
    tone: 'new' | 'changed' | 'kept' | 'removed' | 'quiet';
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
  edited: {
    letter: 'E',
    word: 'Edited by hand',
    explanation: WILL_BE_KEPT,
    tone: 'kept',
  },
  foreign: {
    letter: 'F',
    word: 'Foreign',
    explanation: `Archwright did not make it. ${WILL_BE_KEPT}`,
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
