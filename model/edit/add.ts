import { entryOf, type Found, itemOf } from '../source/locate.ts';
import type { Entry, ListNode, MapNode } from '../source/node.ts';
import { lineEnd } from '../source/scan.ts';
import { type Draft, Refusal } from './draft.ts';
import type { Value } from './edit.ts';
import { columnOf, extentOf, lineFrom, startsLine } from './extent.ts';
import { printAfter, printFlow, printItem, printKey } from './print.ts';
import { replaceValue } from './replace.ts';

/** A line that a flow map may grow to before it is written as a block. */
const MAX_LINE = 110;

/** How new entries are placed and written. */
export interface Placing {
  /** Keys in the order of the format: new entries are put where they belong by it, others at the end. */
  order?: readonly string[];
  /** The values get lines of their own however small they are, and empty lines between them if others have. */
  spacious?: boolean;
}

/**
 * Adds entries to a map.
 *
 * @param draft where the changes go
 * @param found the map
 * @param entries keys that it does not have, with their values
 */
export function addEntries(
  draft: Draft,
  found: Found,
  entries: readonly [string, Value][],
  placing: Placing = {},
): void {
  const map = found.node;
  if (map.type !== 'map') throw new Refusal('edit/no-map', 'there is no map to add to');
  if (entries.length === 0) return;
  if (map.flow) addToFlowMap(draft, found, map, entries);
  else for (const [key, value] of entries) addToBlockMap(draft, found, map, key, value, placing);
}

function addToBlockMap(
  draft: Draft,
  found: Found,
  map: MapNode,
  key: string,
  value: Value,
  placing: Placing,
): void {
  const first = map.entries[0];
  if (first === undefined) throw new Refusal('edit/no-map', 'there is no map to add to');
  const start = first.keyNode.start + first.base + found.base;
  const column = columnOf(draft.text, start);
  const margin = ' '.repeat(column);
  const line = `${printKey(key)}:${printAfter(value, column, draft.style, placing.spacious)}`;
  const before = entryBefore(map.entries, key, placing.order ?? []);
  if (before !== undefined) {
    const spaced =
      placing.spacious === true && before === map.entries.at(-1) && isSpaced(draft.text, found, map);
    draft.insertBelow(
      extentOf(draft.text, entryOf(found, map, before)).end,
      (spaced ? draft.style.eol : '') + margin + line,
    );
  } else if (startsLine(draft.text, start)) {
    const at = lineFrom(draft.text, start);
    draft.replace(at, at, margin + line + draft.style.eol);
  } else {
    // The map starts on its dash's line: the new entry takes the place behind the dash.
    draft.replace(start, start, line + draft.style.eol + margin);
  }
}

/** The entry after which a new key belongs; `undefined`: before all. */
function entryBefore(entries: readonly Entry[], key: string, order: readonly string[]): Entry | undefined {
  const rank = order.indexOf(key);
  if (rank === -1) return entries.at(-1);
  const later = entries.findIndex((entry) => order.indexOf(entry.key) > rank);
  return later === -1 ? entries.at(-1) : entries[later - 1];
}

/** Whether the last two entries have an empty line between them. */
function isSpaced(text: string, found: Found, map: MapNode): boolean {
  const [previous, last] = map.entries.slice(-2).map((entry) => extentOf(text, entryOf(found, map, entry)));
  if (previous === undefined || last === undefined) return false;
  return /(^|\n)[ \t]*\r?\n/.test(text.slice(lineEnd(text, previous.end) + 1, last.from));
}

function addToFlowMap(draft: Draft, found: Found, map: MapNode, entries: readonly [string, Value][]): void {
  const { text } = draft;
  const { start, end } = extentOf(text, found);
  const printed = entries.map(([key, value]) => `${printKey(key)}: ${printFlow(value)}`).join(', ');
  const last = map.entries.at(-1);
  const long = columnOf(text, end) + printed.length > MAX_LINE || entries.some(([, value]) => isDeep(value));
  const oneLine = !text.slice(start, end).includes('\n');
  if (found.key !== undefined && !found.inFlow && oneLine && (long || last === undefined)) {
    replaceValue(
      draft,
      found,
      { ...(map.value as Record<string, Value>), ...Object.fromEntries(entries) },
      true,
    );
  } else if (last === undefined) {
    draft.replace(start, end, `{ ${printed} }`);
  } else {
    const at = extentOf(text, entryOf(found, map, last)).end;
    draft.replace(at, at, `, ${printed}`);
  }
}

function isDeep(value: Value): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((part) => typeof part === 'object' && part !== null)
  );
}

/**
 * Adds items to a list.
 *
 * @param draft where the changes go
 * @param found the list
 * @param index of the item before which they are added; the list's length adds them at the end
 * @param values what to add
 */
export function addItems(draft: Draft, found: Found, index: number, values: readonly Value[]): void {
  const list = found.node;
  if (list.type !== 'list') throw new Refusal('edit/no-list', 'there is no list to add to');
  if (values.length === 0) return;
  if (list.items.length === 0) replaceValue(draft, found, values);
  else if (list.flow) addToFlowList(draft, found, list, index, values);
  else addToBlockList(draft, found, list, index, values);
}

function addToFlowList(
  draft: Draft,
  found: Found,
  list: ListNode,
  index: number,
  values: readonly Value[],
): void {
  const printed = values.map((value) => printFlow(value)).join(', ');
  const before = list.items[index - 1];
  const after = list.items[index];
  if (before !== undefined) {
    const at = extentOf(draft.text, itemOf(found, list, before)).end;
    draft.replace(at, at, `, ${printed}`);
  } else if (after !== undefined) {
    const at = extentOf(draft.text, itemOf(found, list, after)).from;
    draft.replace(at, at, `${printed}, `);
  }
}

function addToBlockList(
  draft: Draft,
  found: Found,
  list: ListNode,
  index: number,
  values: readonly Value[],
): void {
  const neighbour = list.items[index - 1] ?? list.items[0];
  if (neighbour === undefined) return;
  const extent = extentOf(draft.text, itemOf(found, list, neighbour));
  const column = columnOf(draft.text, extent.from);
  const asBlock = neighbour.value.type === 'map' && !neighbour.value.flow;
  const lines = values.map((value) => `-${printItem(value, column, draft.style, asBlock)}`);
  const margin = draft.style.eol + ' '.repeat(column);
  if (index > 0) draft.insertBelow(extent.end, ' '.repeat(column) + lines.join(margin));
  else draft.replace(extent.from, extent.from, lines.join(margin) + margin);
}
