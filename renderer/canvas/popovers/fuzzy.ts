/**
 * How well a text fits what was typed: its letters must occur in order. Words that begin with it come first, then
 * connected letters.
 *
 * @returns 0 where it does not fit; more is better
 */
export function fuzzyScore(text: string, query: string): number {
  const hay = text.toLowerCase();
  const needle = query.trim().toLowerCase();
  if (needle === '') return 1;
  if (hay === needle) return 1000;
  const whole = hay.indexOf(needle);
  if (whole === 0) return 500 - Math.min(hay.length, 100);
  if (whole > 0) return (startsWord(hay, whole) ? 300 : 200) - Math.min(hay.length, 100);
  return scattered(hay, needle);
}

function scattered(hay: string, needle: string): number {
  let score = 1;
  let from = 0;
  for (const letter of needle) {
    if (letter === ' ') continue;
    const at = hay.indexOf(letter, from);
    if (at === -1) return 0;
    if (at === from) score += 4;
    if (startsWord(hay, at)) score += 6;
    from = at + 1;
  }
  return Math.min(score, 99);
}

const startsWord = (text: string, at: number) => at === 0 || /[-\s.]/.test(text[at - 1] ?? '');

/** Items that fit what was typed, best first; in their own order where nothing was typed. */
export function fuzzyFilter<Item>(
  items: readonly Item[],
  query: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  return items
    .map((item, order) => ({
      item,
      order,
      score: Math.max(...textsOf(item).map((text, rank) => fuzzyScore(text, query) / (rank + 1))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ item }) => item);
}
