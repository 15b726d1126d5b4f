/** A bracket or quote that is not closed, or that closes nothing. */
export interface Enclosed {
  at: number;
  problem: 'open' | 'surplus';
}

const CLOSING: Record<string, string> = { '[': ']', '{': '}' };

/**
 * Finds the end of what a bracket or quote opens.
 *
 * @param text the text
 * @param start offset of the bracket or quote
 * @param limit offset that what it opens cannot go beyond
 * @returns offset after its end; and what is wrong, if it has none or another bracket than the one that is due
 */
export function enclosedEnd(text: string, start: number, limit: number): { end: number; wrong?: Enclosed } {
  const open: number[] = [];
  for (let at = start; at < limit; at += 1) {
    const character = text[at] ?? '';
    if ((character === '"' || character === "'") && (at === start || startsToken(text, at))) {
      const end = quoteEnd(text, at, limit);
      if (end === undefined) return { end: limit, wrong: { at, problem: 'open' } };
      at = end - 1;
    } else if (character === '[' || character === '{') open.push(at);
    else if (character === ']' || character === '}') {
      const opened = open.pop();
      if (opened === undefined || CLOSING[text[opened] ?? ''] !== character)
        return { end: at + 1, wrong: opened === undefined ? surplus(at) : { at: opened, problem: 'open' } };
    } else if (character === '#' && /\s/.test(text[at - 1] ?? '')) at = text.indexOf('\n', at) - 1;
    if (at < start) break;
    if (open.length === 0) return afterwards(text, at + 1);
  }
  return { end: limit, wrong: { at: open.at(-1) ?? start, problem: 'open' } };
}

function afterwards(text: string, end: number): { end: number; wrong?: Enclosed } {
  const next = /[ \t]*/y;
  next.lastIndex = end;
  const at = end + (next.exec(text)?.[0].length ?? 0);
  return text[at] === ']' || text[at] === '}' ? { end, wrong: surplus(at) } : { end };
}

function surplus(at: number): Enclosed {
  return { at, problem: 'surplus' };
}

/** Inside of brackets a quote opens text only where a value or key begins. */
function startsToken(text: string, at: number): boolean {
  return /[[{,:\s]/.test(text[at - 1] ?? '');
}

function quoteEnd(text: string, start: number, limit: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] === '\\' && quote === '"') at += 1;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === quote) at += 1;
      else return at + 1;
    }
  }
  return undefined;
}
