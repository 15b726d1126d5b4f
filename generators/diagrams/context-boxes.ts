import type { ArchDocument, Position } from '#model';
import { sortedEntries } from '../text/names.ts';
import { CARD } from './positions.ts';

const PADDING = 16;
const TITLE = 12;

/** A frame around the components of each context, sorted by name. */
export function contextBoxes(document: ArchDocument, positions: ReadonlyMap<string, Position>) {
  const members = new Map<string, Position[]>();
  for (const [name, { context }] of sortedEntries(document.components)) {
    const position = positions.get(name);
    if (context === undefined || position === undefined) continue;
    members.set(context, [...(members.get(context) ?? []), position]);
  }
  return sortedEntries(Object.fromEntries(members)).map(([name, places]) => ({ name, ...around(places) }));
}

function around(places: readonly Position[]) {
  const left = Math.min(...places.map(({ x }) => x)) - PADDING;
  const top = Math.min(...places.map(({ y }) => y)) - PADDING - TITLE;
  const right = Math.max(...places.map(({ x }) => x)) + CARD.width + PADDING;
  const bottom = Math.max(...places.map(({ y }) => y)) + CARD.height + PADDING;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
