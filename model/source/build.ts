import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import {
  type Entry,
  type Flaw,
  FORBIDDEN_KEYS,
  type Item,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type SourceNode,
} from './node.ts';
import { resolvePlain } from './scalar.ts';
import { skipTrivia } from './scan.ts';

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type CollectionEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING | typeof EVENT_ID.SEQUENCE }>;
type AliasEvent = Extract<Event, { type: typeof EVENT_ID.ALIAS }>;

/** Nodes that aliases may add to a document in all, each time they are used: an alias bomb makes billions. */
export const MAX_ALIASED_NODES = 100_000;
const COMMON_TAGS = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq', '!']);
const STYLES: Record<number, ScalarNode['style']> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
};

/** What a text's events were made into. */
export interface Built {
  text: string;
  root: SourceNode | undefined;
  flaws: Flaw[];
  /** Anchors, aliases or tags occur: the text cannot be read in chunks. */
  linked: boolean;
}

/**
 * Builds the positioned tree of the first document in a text.
 *
 * @param text the text that the events refer to
 * @param events what `parseEvents` of js-yaml made of it
 * @returns the tree and everything in the text that is legal YAML but not ours
 */
export function buildTree(text: string, events: readonly Event[]): Built {
  return new TreeBuilder(text, events).build();
}

class TreeBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #flaws: Flaw[] = [];
  readonly #anchors = new Map<string, SourceNode | 'open'>();
  #next = 0;
  /** Offset after the last token that was read. */
  #cursor = 0;
  #linked = false;
  #nodes = 0;
  #aliased = 0;
  readonly #sizes = new WeakMap<SourceNode, number>();

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  build(): Built {
    if (this.#events.length === 0) return { text: this.#text, root: undefined, flaws: [], linked: false };
    this.#next = 1;
    const root = this.#events[1]?.type === EVENT_ID.POP ? undefined : this.#node();
    this.#refuseMore();
    return { text: this.#text, root, flaws: this.#flaws, linked: this.#linked };
  }

  #refuseMore(): void {
    const more = this.#events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
    if (more === -1) return;
    const marker = this.#text.indexOf('\n---', Math.max(0, this.#cursor - 1));
    const start = marker === -1 ? this.#cursor : marker + 1;
    this.#flaw(
      'syntax/several-documents',
      'a file holds one document, but another starts here',
      start,
      start + 3,
      {
        hint: 'move what follows "---" into a file of its own',
      },
    );
  }

  #node(): SourceNode {
    const event = this.#events[this.#next++];
    const first = this.#nodes++;
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      return { type: 'scalar', style: 'plain', start: this.#cursor, end: this.#cursor, value: null };
    }
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event);
    const anchor = this.#properties(event);
    if (anchor !== undefined) this.#anchors.set(anchor, 'open');
    const node =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(event)
        : event.type === EVENT_ID.MAPPING
          ? this.#map(event)
          : this.#list(event);
    if (anchor !== undefined) {
      this.#anchors.set(anchor, node);
      this.#sizes.set(node, this.#nodes - first + this.#aliased);
    }
    return node;
  }

  /** Reads anchor and tag. @returns the anchor's name */
  #properties(event: ScalarEvent | CollectionEvent): string | undefined {
    if (event.tagStart !== -1) {
      this.#linked = true;
      const tag = this.#text.slice(event.tagStart, event.tagEnd);
      if (!COMMON_TAGS.has(tag)) {
        this.#flaw('syntax/tag', `the tag ${tag} means nothing here`, event.tagStart, event.tagEnd, {
          hint: 'remove it',
        });
      }
      this.#cursor = Math.max(this.#cursor, event.tagEnd);
    }
    if (event.anchorStart === -1) return undefined;
    this.#linked = true;
    this.#cursor = Math.max(this.#cursor, event.anchorEnd);
    return this.#text.slice(event.anchorStart, event.anchorEnd);
  }

  #scalar(event: ScalarEvent): ScalarNode {
    const style = STYLES[event.style] ?? 'plain';
    if (event.valueStart === -1) {
      return { type: 'scalar', style, start: this.#cursor, end: this.#cursor, value: null };
    }
    const source = getScalarValue(this.#text, event);
    const forced = event.tagStart !== -1 && /^!(!str)?$/.test(this.#text.slice(event.tagStart, event.tagEnd));
    const value = style === 'plain' && !forced ? resolvePlain(source) : source;
    const [start, end] = this.#span(event, style);
    this.#cursor = Math.max(event.valueEnd, end);
    return { type: 'scalar', style, start, end, value };
  }

  #span(event: ScalarEvent, style: ScalarNode['style']): [number, number] {
    const { valueStart, valueEnd } = event;
    if (style === 'plain') return [valueStart, valueEnd];
    if (style === 'single' || style === 'double') return [valueStart - 1, valueEnd + 1];
    const header = Math.min(skipTrivia(this.#text, this.#cursor), valueStart);
    return [header, Math.max(blockScalarEnd(this.#text, header, event), header + 1)];
  }

  #alias(event: AliasEvent): SourceNode {
    this.#linked = true;
    this.#cursor = event.anchorEnd;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const span = { start: event.anchorStart - 1, end: event.anchorEnd };
    const target = this.#anchors.get(name);
    if (target === undefined || target === 'open') {
      const message =
        target === 'open'
          ? `the alias *${name} stands inside of what it refers to`
          : `the alias *${name} refers to nothing`;
      this.#flaw('syntax/alias', message, span.start, span.end, { hint: 'write the value out', fatal: true });
      return { type: 'scalar', style: 'plain', ...span, value: null };
    }
    this.#aliased += this.#sizes.get(target) ?? 1;
    if (this.#aliased > MAX_ALIASED_NODES && !this.#flaws.some((flaw) => flaw.code === 'syntax/alias-bomb')) {
      this.#flaw(
        'syntax/alias-bomb',
        `aliases make this document grow beyond ${MAX_ALIASED_NODES.toLocaleString('en')} values`,
        span.start,
        span.end,
        {
          hint: 'write the values out',
          fatal: true,
        },
      );
    }
    return { type: 'alias', ...span, target, value: target.value };
  }

  #map(event: CollectionEvent): MapNode {
    const entries: Entry[] = [];
    const value: Record<string, unknown> = {};
    let repeated = false;
    const flow = event.style === COLLECTION_STYLE.FLOW;
    this.#cursor = flow && this.#text[event.start] === '{' ? event.start + 1 : event.start;
    while (!this.#pop()) {
      const keyNode = this.#node();
      const colon = skipTrivia(this.#text, this.#cursor);
      if (this.#text[colon] === ':') this.#cursor = colon + 1;
      const node = this.#node();
      const key = this.#key(keyNode);
      if (key === undefined) continue;
      entries.push({ key, keyNode, value: node, base: 0 });
      if (Object.hasOwn(value, key)) repeated = true;
      else value[key] = node.value;
    }
    const end = this.#close(event, '{', '}', entries.at(-1));
    if (repeated) duplicateFlaws(entries, this.#flaws);
    return { type: 'map', start: event.start, end, flow, entries, value };
  }

  #key(node: SourceNode): string | undefined {
    if (typeof node.value === 'object' && node.value !== null) {
      this.#flaw('syntax/key', 'a key has to be a plain name, not a map or a list', node.start, node.end, {
        fatal: true,
      });
      return undefined;
    }
    const key = String(node.value ?? this.#text.slice(node.start, node.end));
    if (FORBIDDEN_KEYS.has(key)) {
      this.#flaw('syntax/forbidden-name', `"${key}" cannot be used as a name`, node.start, node.end, {
        hint: 'choose another name',
      });
      return undefined;
    }
    if (key === '<<') {
      this.#flaw(
        'syntax/merge-key',
        'merge keys (<<) are not part of YAML 1.2 and are not followed',
        node.start,
        node.end,
        { hint: 'write the fields out' },
      );
      return undefined;
    }
    return key;
  }

  #list(event: CollectionEvent): ListNode {
    const items: Item[] = [];
    const value: unknown[] = [];
    const flow = event.style === COLLECTION_STYLE.FLOW;
    this.#cursor = flow ? event.start + 1 : event.start;
    while (!this.#pop()) {
      const dash = skipTrivia(this.#text, this.#cursor, flow);
      this.#cursor = flow ? dash : dash + 1;
      const node = this.#node();
      items.push({ dash, value: node, base: 0 });
      value.push(node.value);
    }
    const end = this.#close(event, '[', ']', items.at(-1));
    return { type: 'list', start: event.start, end, flow, items, value };
  }

  #pop(): boolean {
    const event = this.#events[this.#next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#next += 1;
    return true;
  }

  /** Offset after a collection: its last value's, or behind the bracket of a flow collection. */
  #close(event: CollectionEvent, open: string, close: string, last: Entry | Item | undefined): number {
    if (event.style !== COLLECTION_STYLE.FLOW || this.#text[event.start] !== open)
      return last?.value.end ?? this.#cursor;
    let at = skipTrivia(this.#text, this.#cursor, true);
    while (at < this.#text.length && this.#text[at] !== close) at = skipTrivia(this.#text, at + 1, true);
    this.#cursor = at + 1;
    return this.#cursor;
  }

  #flaw(code: string, message: string, start: number, end: number, more: Partial<Flaw> = {}): void {
    this.#flaws.push({ code, message, start, end, ...more });
  }
}

/**
 * Reports every key that a map has more than once, at each of its places.
 *
 * @param entries the map's entries
 * @param into where the flaws are added; their offsets include the entries' bases
 */
export function duplicateFlaws(entries: readonly Entry[], into: Flaw[]): void {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (earlier === undefined) {
      first.set(entry.key, entry);
      continue;
    }
    into.push(duplicate(earlier, entry), duplicate(entry, earlier));
  }
}

function duplicate(entry: Entry, other: Entry): Flaw {
  return {
    code: 'syntax/duplicate-key',
    message: `"${entry.key}" is defined twice`,
    start: entry.keyNode.start + entry.base,
    end: entry.keyNode.end + entry.base,
    other: other.keyNode.start + other.base,
    hint: 'rename or remove one of the two',
  };
}

/** Offset after a block scalar's last line, its line feed left out; empty lines below belong to it only if it keeps them. */
function blockScalarEnd(text: string, header: number, event: ScalarEvent): number {
  let end = event.valueEnd;
  if (event.chomping === CHOMPING_MODE.KEEP) {
    if (text[end - 1] === '\n') end -= 1;
    return text[end - 1] === '\r' ? end - 1 : end;
  }
  while (end > header && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
