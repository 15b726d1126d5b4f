import type { ArchDocument, Position } from '#model';
import { sortedEntries } from '../text/names.ts';
import { CARD, FRAME } from './positions.ts';

/** A frame around the components of each context, sorted by name; none where it would take in strangers. */
export function contextBoxes(document: ArchDocument, positions: ReadonlyMap<string, Position>) {
  const members = new Map<string, Position[]>();
  for (const [name, { context }] of sortedEntries(document.components)) {
    const position = positions.get(name);
    if (context === undefined || position === undefined) continue;
    members.set(context, [...(members.get(context) ?? []), position]);
  }
  return sortedEntries(Object.fromEntries(members))
    .map(([name, places]) => ({ name, ...around(places) }))
    .filter((box) => !hasStranger(box, document, positions));
}

type Box = ReturnType<typeof around> & { name: string };

function hasStranger(box: Box, document: ArchDocument, positions: ReadonlyMap<string, Position>): boolean {
  return Object.entries(document.components).some(([name, { context }]) => {
    const position = positions.get(name);
    return context !== box.name && position !== undefined && meets(box, position);
  });
}

function meets(box: Box, { x, y }: Position): boolean {
  return x < box.x + box.width && x + CARD.width > box.x && y < box.y + box.height && y + CARD.height > box.y;
}

function around(places: readonly Position[]) {
  const left = Math.min(...places.map(({ x }) => x)) - FRAME.padding;
  const top = Math.min(...places.map(({ y }) => y)) - FRAME.padding - FRAME.title;
  const right = Math.max(...places.map(({ x }) => x)) + CARD.width + FRAME.padding;
  const bottom = Math.max(...places.map(({ y }) => y)) + CARD.height + FRAME.padding;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
