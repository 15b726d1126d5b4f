import type { Position } from '#model';
import { containsPoint, intersects, type Rect } from './rect.ts';

/** Side of a bucket, in pixels: about two cards, so that a card lies in one to four buckets. */
const BUCKET = 400;
/** Things that would fill more buckets than this are kept apart and tested one by one. */
const MOST_BUCKETS = 256;

/**
 * Finds things by where they are: a uniform grid of buckets. Asking costs what lies near the place, not what the
 * drawing holds.
 */
export class SpatialIndex {
  private readonly rects = new Map<string, Rect>();
  private readonly buckets = new Map<string, Set<string>>();
  private readonly large = new Set<string>();

  constructor(entries: Iterable<readonly [string, Rect]> = []) {
    for (const [name, rect] of entries) this.set(name, rect);
  }

  get size(): number {
    return this.rects.size;
  }

  rectOf(name: string): Rect | undefined {
    return this.rects.get(name);
  }

  /** Puts a thing in, or moves it. */
  set(name: string, rect: Rect): void {
    this.delete(name);
    this.rects.set(name, rect);
    const keys = bucketsOf(rect);
    if (!keys) {
      this.large.add(name);
      return;
    }
    for (const key of keys) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.add(name);
      else this.buckets.set(key, new Set([name]));
    }
  }

  delete(name: string): void {
    const rect = this.rects.get(name);
    if (!rect) return;
    this.rects.delete(name);
    if (this.large.delete(name)) return;
    for (const key of bucketsOf(rect) ?? []) this.buckets.get(key)?.delete(name);
  }

  /** Names of everything that touches a rectangle, in the order in which they were put in. */
  query(area: Rect): string[] {
    const keys = bucketsOf(area);
    const candidates = keys ? this.within(keys) : this.rects.keys();
    const found: string[] = [];
    for (const name of candidates) {
      const rect = this.rects.get(name);
      if (rect && intersects(rect, area)) found.push(name);
    }
    return found;
  }

  /** Name of a thing at a point; where several lie there, the one that was put in last. */
  at(point: Position): string | undefined {
    let hit: string | undefined;
    for (const name of this.query({ x: point.x, y: point.y, width: 0.001, height: 0.001 })) {
      const rect = this.rects.get(name);
      if (rect && containsPoint(rect, point)) hit = name;
    }
    return hit;
  }

  private within(keys: readonly string[]): Set<string> {
    const names = new Set(this.large);
    for (const key of keys) {
      for (const name of this.buckets.get(key) ?? []) names.add(name);
    }
    return names;
  }
}

/** Keys of the buckets that a rectangle touches; `undefined` where they are too many to list. */
function bucketsOf({ x, y, width, height }: Rect): string[] | undefined {
  const left = Math.floor(x / BUCKET);
  const top = Math.floor(y / BUCKET);
  const right = Math.floor((x + width) / BUCKET);
  const bottom = Math.floor((y + height) / BUCKET);
  if ((right - left + 1) * (bottom - top + 1) > MOST_BUCKETS) return undefined;
  const keys: string[] = [];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) keys.push(`${column}:${row}`);
  }
  return keys;
}
