/** How much of a component is drawn. */
export type Level = 'full' | 'name' | 'icon' | 'mark';

/** Zoom above which each level begins. */
const LEVELS: readonly (readonly [Level, number])[] = [
  ['full', 0.6],
  ['name', 0.3],
  ['icon', 0.12],
];

/** Most components that are given to the DOM while zoomed out; more are painted. */
export const MOST_ELEMENTS = 140;

/** What can be read at a zoom is what is drawn: everything above 60 %, names to 30 %, icons to 12 %, marks below. */
export function levelAt(zoom: number): Level {
  return LEVELS.find(([, above]) => zoom > above)?.[0] ?? 'mark';
}

/**
 * Whether the drawing is painted on one canvas instead of being made of elements.
 *
 * @param inView number of components near the visible part
 */
export function isPainted(level: Level, inView: number): boolean {
  if (level === 'mark') return inView > 0;
  return level !== 'full' && inView > MOST_ELEMENTS;
}

/**
 * How much larger names are drawn, so that they stay readable as one zooms out: at 80 % as they are, below 46 % by 1.75.
 */
export function nameScaleAt(zoom: number): number {
  return Math.round(Math.min(1.75, Math.max(1, 0.8 / zoom)) * 4) / 4;
}
