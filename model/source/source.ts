import { parseEvents } from 'js-yaml';
import { buildTree } from './build.ts';
import { guardText } from './guard.ts';
import { LineIndex } from './lines.ts';
import type { Flaw, SourceNode } from './node.ts';
import { syntaxFlaws } from './syntax.ts';

/** Most levels of maps and lists inside each other. */
export const MAX_DEPTH = 100;

/** A text with the positioned tree of what it says. */
export interface Source {
  readonly text: string;
  /** Absent for an empty text and for one that cannot be read. */
  readonly root: SourceNode | undefined;
  readonly flaws: readonly Flaw[];
  /** A flaw kept the text from being read. */
  readonly broken: boolean;
  readonly lines: LineIndex;
}

/**
 * Reads a text into a positioned tree.
 *
 * @param text YAML
 * @returns the tree with everything that is wrong with the text itself; never throws
 */
export function readSource(text: string, _previous?: Source): Source {
  const lines = new LineIndex(text);
  const refused = guardText(text);
  if (refused !== undefined) return { text, root: undefined, flaws: [refused], broken: true, lines };
  try {
    const { root, flaws } = buildTree(text, parseEvents(text, { maxDepth: MAX_DEPTH }));
    const broken = flaws.some((flaw) => flaw.fatal === true);
    return { text, root: broken ? undefined : root, flaws, broken, lines };
  } catch (cause) {
    return { text, root: undefined, flaws: syntaxFlaws(text, cause), broken: true, lines };
  }
}
