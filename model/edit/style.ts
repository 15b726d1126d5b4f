import { lineStart } from '../source/scan.ts';
import type { Source } from '../source/source.ts';
import type { Style } from './print.ts';

const DEFAULT_STEP = 2;

/** How a document is written: its line ending and the columns that its first nested block is indented by. */
export function styleOf(source: Source): Style {
  const feed = source.text.indexOf('\n');
  const eol = feed > 0 && source.text[feed - 1] === '\r' ? '\r\n' : '\n';
  return { eol, step: stepOf(source) };
}

function stepOf(source: Source): number {
  if (source.root?.type !== 'map') return DEFAULT_STEP;
  for (const entry of source.root.entries) {
    const { value } = entry;
    const first = value.type === 'map' && !value.flow ? value.entries[0] : undefined;
    if (first === undefined) continue;
    const start = first.keyNode.start + first.base + entry.base;
    const step = start - lineStart(source.text, start);
    if (step > 0 && step <= 8) return step;
  }
  return DEFAULT_STEP;
}
