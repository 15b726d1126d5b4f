import { parseEvents } from 'js-yaml';
import { type Built, buildTree } from './build.ts';
import type { Entry, Item, ListNode, MapNode, SourceNode } from './node.ts';
import { PlainReader } from './plain.ts';
import { skipTrivia } from './scan.ts';

/**
 * Reads a chunk of one entry or item whose value is a plain map or list. Its values are read at once, which takes a
 * fraction of what the library needs; where they stand is read only when somebody asks: of a large document that
 * is opened or edited, most parts are never asked.
 *
 * @param text a printable chunk
 * @returns the same tree as the library's events make; `undefined` for every chunk that only these can tell
 */
export function readDeferred(text: string): Built | undefined {
  const reader = new PlainReader(text);
  if (!reader.toContent() || reader.column === -1) return undefined;
  const root = reader.atDash() ? soleItem(text, reader) : soleEntry(text, reader);
  return root === undefined || reader.column !== -1 ? undefined : { text, root, flaws: [], linked: false };
}

function soleEntry(text: string, reader: PlainReader): MapNode | undefined {
  const { at: start, column } = reader;
  const key = reader.key(false);
  if (key === undefined) return undefined;
  const colon = reader.at - 1;
  const keyEnd = reader.end;
  const value = deferred(text, reader.valueOf(column), colon + 1, reader);
  if (value === undefined || keyEnd !== colon || key !== text.slice(start, keyEnd)) return undefined;
  const keyNode: SourceNode = { type: 'scalar', style: 'plain', start, end: keyEnd, value: key };
  const entries: Entry[] = [{ key, keyNode, value, base: 0 }];
  return {
    type: 'map',
    start,
    end: value.end,
    flow: false,
    entries,
    // Engines make a class for every new key: thousands of maps of one name each are not made for nothing.
    get value() {
      return { [key]: value.value };
    },
  };
}

function soleItem(text: string, reader: PlainReader): ListNode | undefined {
  const { at: dash, column } = reader;
  const value = deferred(text, reader.itemOf(column), dash + 1, reader);
  if (value === undefined) return undefined;
  const items: Item[] = [{ dash, value, base: 0 }];
  return { type: 'list', start: dash, end: value.end, flow: false, items, value: [value.value] };
}

function deferred(text: string, value: unknown, from: number, reader: PlainReader): SourceNode | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const start = skipTrivia(text, from);
  const flow = text[start] === '{' || text[start] === '[';
  return Array.isArray(value)
    ? new DeferredList(text, start, reader.end, flow, value)
    : new DeferredMap(text, start, reader.end, flow, value as Record<string, unknown>);
}

class DeferredMap implements MapNode {
  readonly type = 'map';
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  readonly #text: string;
  #entries: readonly Entry[] | undefined;

  constructor(
    text: string,
    start: number,
    end: number,
    flow: boolean,
    value: Readonly<Record<string, unknown>>,
  ) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.flow = flow;
    this.value = value;
  }

  get entries(): readonly Entry[] {
    if (this.#entries === undefined) {
      const node = soleValue(this.#text);
      this.#entries = node?.type === 'map' ? node.entries : [];
    }
    return this.#entries;
  }
}

class DeferredList implements ListNode {
  readonly type = 'list';
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly value: readonly unknown[];
  readonly #text: string;
  #items: readonly Item[] | undefined;

  constructor(text: string, start: number, end: number, flow: boolean, value: readonly unknown[]) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.flow = flow;
    this.value = value;
  }

  get items(): readonly Item[] {
    if (this.#items === undefined) {
      const node = soleValue(this.#text);
      this.#items = node?.type === 'list' ? node.items : [];
    }
    return this.#items;
  }
}

/** What the one entry or item of a chunk holds, with all places. */
function soleValue(text: string): SourceNode | undefined {
  const { root } = buildTree(text, parseEvents(text, {}));
  if (root?.type === 'map') return root.entries[0]?.value;
  return root?.type === 'list' ? root.items[0]?.value : undefined;
}
