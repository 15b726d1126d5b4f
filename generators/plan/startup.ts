import { byText } from '../text/names.ts';

interface Link {
  from: string;
  to: string;
}

/**
 * Which links can be waited for at the start without waiting for oneself.
 *
 * @param links from who waits to who is waited for
 * @returns all of them but those that close a cycle, found by a depth-first search in alphabetical order
 */
export function acyclic<T extends Link>(links: readonly T[]): Set<T> {
  const outgoing = new Map<string, T[]>();
  for (const link of [...links].sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to))) {
    const list = outgoing.get(link.from);
    if (list) list.push(link);
    else outgoing.set(link.from, [link]);
  }
  const kept = new Set<T>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of outgoing.keys()) search(start, outgoing, state, kept);
  return kept;
}

/** Iterative: a chain of calls may be as long as the document. */
function search<T extends Link>(
  start: string,
  outgoing: ReadonlyMap<string, readonly T[]>,
  state: Map<string, 'open' | 'done'>,
  kept: Set<T>,
): void {
  if (state.has(start)) return;
  const stack = [{ name: start, next: 0 }];
  state.set(start, 'open');
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const link = outgoing.get(top.name)?.[top.next];
    top.next += 1;
    if (link === undefined) {
      state.set(top.name, 'done');
      stack.pop();
    } else if (state.get(link.to) !== 'open') {
      kept.add(link);
      if (!state.has(link.to)) {
        state.set(link.to, 'open');
        stack.push({ name: link.to, next: 0 });
      }
    }
  }
}
