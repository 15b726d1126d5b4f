import { parseEvents } from 'js-yaml';
import { type Built, buildTree, duplicateFlaws } from './build.ts';
import { readDeferred } from './deferred.ts';
import { isPrintable } from './guard.ts';
import type { Entry, Flaw, Item, ListNode, MapNode, SourceNode } from './node.ts';
import { type SplitSection, type Stretch, splitSection, splitSections } from './split.ts';

/** What was made of stretches of text, by the text: a stretch that did not change is not read again. */
export type ChunkCache = ReadonlyMap<string, Built>;

/** A text that was read in chunks. */
export interface Chunked {
  root: MapNode;
  flaws: Flaw[];
  chunks: ChunkCache;
}

/**
 * Reads a text chunk by chunk: every component, connection and position is one, and what a previous version had
 * already is taken from it.
 *
 * @param text YAML
 * @param previous chunks of an earlier version
 * @param maxDepth most levels of maps and lists inside each other
 * @returns the same tree as reading the whole at once makes; `undefined` where only that can tell (errors, anchors,
 *   tags, several documents)
 */
export function readChunks(text: string, previous: ChunkCache, maxDepth: number): Chunked | undefined {
  const sections = splitSections(text);
  if (sections === undefined || !isPrintable(text.slice(0, sections[0]?.start))) return undefined;
  const reader = new ChunkReader(text, previous, maxDepth);
  const entries: Entry[] = [];
  for (const section of sections) {
    const split = splitSection(text, section);
    const entry = split === undefined ? reader.entry(section, 0) : reader.section(split);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return { root: mapOf(entries, reader.flaws), flaws: reader.flaws, chunks: reader.chunks };
}

class ChunkReader {
  readonly flaws: Flaw[] = [];
  readonly chunks = new Map<string, Built>();
  readonly #text: string;
  readonly #previous: ChunkCache;
  readonly #maxDepth: number;

  constructor(text: string, previous: ChunkCache, maxDepth: number) {
    this.#text = text;
    this.#previous = previous;
    this.#maxDepth = maxDepth;
  }

  /** Reads a stretch that is one entry of a block map at a column. */
  entry(stretch: Stretch, column: number): Entry | undefined {
    const root = this.#read(stretch, column);
    const [entry, more] = root?.type === 'map' && !root.flow && root.start === column ? root.entries : [];
    return entry === undefined || more !== undefined ? undefined : { ...entry, base: stretch.start };
  }

  /** Reads a stretch that is one item of a block list at a column. */
  #item(stretch: Stretch, column: number): Item | undefined {
    const root = this.#read(stretch, column);
    const [item, more] = root?.type === 'list' && !root.flow && root.start === column ? root.items : [];
    return item === undefined || more !== undefined ? undefined : { ...item, base: stretch.start };
  }

  /** Reads a section part by part. */
  section(section: SplitSection): Entry | undefined {
    if (!isPrintable(this.#text.slice(section.start, section.parts[0]?.start))) return undefined;
    const value = section.type === 'map' ? this.#map(section) : this.#list(section);
    if (value === undefined) return undefined;
    const end = section.start + section.key.length;
    return {
      key: section.key,
      keyNode: { type: 'scalar', style: 'plain', start: section.start, end, value: section.key },
      value,
      base: 0,
    };
  }

  #map(section: SplitSection): MapNode | undefined {
    const entries: Entry[] = [];
    for (const part of section.parts) {
      const entry = this.entry(part, section.column);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    return mapOf(entries, this.flaws);
  }

  #list(section: SplitSection): ListNode | undefined {
    const items: Item[] = [];
    for (const part of section.parts) {
      const item = this.#item(part, section.column);
      if (item === undefined) return undefined;
      items.push(item);
    }
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return {
      type: 'list',
      flow: false,
      start: first.dash + first.base,
      end: last.value.end + last.base,
      items,
      value: items.map((item) => item.value.value),
    };
  }

  #read(stretch: Stretch, column: number): SourceNode | undefined {
    const built = this.#chunk(this.#text.slice(stretch.start, stretch.end), column);
    if (built === undefined || built.linked || built.flaws.some((flaw) => flaw.fatal === true))
      return undefined;
    for (const flaw of built.flaws) this.flaws.push(moved(flaw, stretch.start));
    return built.root;
  }

  #chunk(slice: string, column: number): Built | undefined {
    const known = this.#previous.get(slice) ?? this.chunks.get(slice);
    if (known !== undefined) {
      this.chunks.set(known.text, known);
      return known;
    }
    const text = detached(slice);
    if (!isPrintable(text)) return undefined;
    try {
      // What was cut off above the chunk counts as a level: one for the document, one for the section.
      const maxDepth = this.#maxDepth - (column > 0 ? 1 : 0);
      const built = readDeferred(text) ?? buildTree(text, parseEvents(text, { maxDepth }));
      this.chunks.set(text, built);
      return built;
    } catch {
      // The whole text is read instead, which tells every error in its place.
      return undefined;
    }
  }
}

/** A copy of its own: engines keep the whole text alive for a slice of it, and chunks outlive many texts. */
function detached(slice: string): string {
  return slice.charAt(0) + slice.slice(1);
}

function moved(flaw: Flaw, by: number): Flaw {
  return {
    ...flaw,
    start: flaw.start + by,
    end: flaw.end + by,
    ...(flaw.other === undefined ? {} : { other: flaw.other + by }),
  };
}

function mapOf(entries: Entry[], flaws: Flaw[]): MapNode {
  const value: Record<string, unknown> = {};
  let repeated = false;
  for (const entry of entries) {
    if (Object.hasOwn(value, entry.key)) repeated = true;
    else value[entry.key] = entry.value.value;
  }
  if (repeated) duplicateFlaws(entries, flaws);
  const [first, last] = [entries[0], entries.at(-1)];
  const start = first === undefined ? 0 : first.keyNode.start + first.base;
  return {
    type: 'map',
    flow: false,
    start,
    end: last === undefined ? start : last.value.end + last.base,
    entries,
    value,
  };
}
