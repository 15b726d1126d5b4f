import type { Component } from '#model';
import { boundsOf, type Rect } from '../geometry/rect.ts';

/** Components of one bounded context, drawn as a region behind them. */
export interface Group {
  context: string;
  members: readonly string[];
  rect: Rect;
}

/** Room between a region's edge and its members, and above them for the region's title. */
export const GROUP_PADDING = 16;
export const GROUP_TITLE = 20;

/** Members of every context, in the document's order. */
export function membersByContext(components: Readonly<Record<string, Component>>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [name, { context }] of Object.entries(components)) {
    if (context === undefined) continue;
    const known = members.get(context);
    if (known) known.push(name);
    else members.set(context, [name]);
  }
  return members;
}

/** The region around some cards; `undefined` where none of them is placed. */
export function regionAround(rects: readonly Rect[]): Rect | undefined {
  const bounds = boundsOf(rects);
  return (
    bounds && {
      x: bounds.x - GROUP_PADDING,
      y: bounds.y - GROUP_PADDING - GROUP_TITLE,
      width: bounds.width + 2 * GROUP_PADDING,
      height: bounds.height + 2 * GROUP_PADDING + GROUP_TITLE,
    }
  );
}

/** The regions of a drawing, largest first, so that small ones lie on top. */
export function groupsOf(
  members: ReadonlyMap<string, readonly string[]>,
  rectOf: (name: string) => Rect | undefined,
): Group[] {
  const groups: Group[] = [];
  for (const [context, names] of members) {
    const rect = regionAround(names.flatMap((name) => rectOf(name) ?? []));
    if (rect) groups.push({ context, members: names, rect });
  }
  return groups.sort((a, b) => b.rect.width * b.rect.height - a.rect.width * a.rect.height);
}
