import type { Path } from '../problem.ts';
import { childOf, entryOf, type Found, itemOf, rootOf } from '../source/locate.ts';
import type { Source } from '../source/source.ts';

/** What a reference names beside a component. */
export type MemberKind = 'operation' | 'object' | 'topic';

/** A place in a document that names a component, and perhaps one of its operations, tables or topics. */
export interface Reference {
  path: Path;
  /** Whether the key or the value at the path is the reference. */
  at: 'key' | 'value';
  found: Found;
  /** The key's or the value's whole text. */
  text: string;
  component: { name: string; from: number };
  member?: { kind: MemberKind; name: string; from: number };
  /** What has to go if the component goes. */
  removal: Path;
  /** The component is a cache around calls, which stay. */
  unwraps?: boolean;
}

const CALL =
  /^(\s*(?:\d{1,3}(?:\.\d+)?%\s+|\d{1,4}x\s+)?)([a-z][-a-z0-9]*)(\.)([a-z][-a-z0-9]*)(?:(\s+)(?!by\s)([A-Za-z_][-\w.]*))?/;

/**
 * Everything in a document that refers to a component, valid or not, in the order of the text.
 *
 * @param source the document's tree
 * @param name the component's name
 */
export function referencesTo(source: Source, name: string): Reference[] {
  const root = rootOf(source);
  if (root === undefined) return [];
  const references: Reference[] = [];
  const named: Mentions = (found) => mentions(source.text, found, name);
  eachEntry(childOf(root, 'components'), ['components'], named, (component, path) =>
    inComponent(component, path, references),
  );
  eachItem(childOf(root, 'connections'), ['connections'], named, (connection, path) => {
    for (const end of ['from', 'to']) whole(childOf(connection, end), [...path, end], path, references);
  });
  eachEntry(childOf(root, 'layouts'), ['layouts'], named, (layout, path) =>
    inLayout(layout, path, references),
  );
  const canvas = childOf(root, 'canvas');
  const position = canvas === undefined ? undefined : childOf(canvas, name);
  if (position !== undefined) {
    const path = ['canvas', name];
    references.push({
      path,
      at: 'key',
      found: position,
      text: name,
      component: { name, from: 0 },
      removal: path,
    });
  }
  return references.filter((reference) => reference.component.name === name);
}

/** Whether the text of a value may name the component: what does not is not looked into. */
type Mentions = (found: Found) => boolean;

/** Escapes in double quotes may spell a name in other letters. */
function mentions(text: string, found: Found, name: string): boolean {
  const slice = text.slice(found.node.start + found.base, found.node.end + found.base);
  return slice.includes(name) || slice.includes('\\');
}

const always: Mentions = () => true;

function inComponent(component: Found, path: Path, into: Reference[]): void {
  eachEntry(childOf(component, 'routes'), [...path, 'routes'], always, (found, at) =>
    whole(found, at, at, into),
  );
  const workload = childOf(component, 'workload');
  if (workload !== undefined) {
    eachEntry(childOf(workload, 'mix'), [...path, 'workload', 'mix'], always, (found, at, key) => {
      pair(found, at, key, '.', 'operation', { at: 'key', removal: at }, into);
    });
  }
  eachEntry(childOf(component, 'operations'), [...path, 'operations'], always, (operation, at) => {
    const consumes = childOf(operation, 'consumes');
    const text = consumes?.node.value;
    const where = [...at, 'consumes'];
    if (consumes !== undefined && typeof text === 'string')
      pair(consumes, where, text, ' ', 'topic', { at: 'value', removal: where }, into);
    eachItem(childOf(operation, 'calls'), [...at, 'calls'], always, (call, place) =>
      inCall(call, place, into),
    );
  });
  // A job is one operation.
  eachItem(childOf(component, 'calls'), [...path, 'calls'], always, (call, place) =>
    inCall(call, place, into),
  );
}

function inCall(call: Found, path: Path, into: Reference[]): void {
  const { node } = call;
  if (node.type === 'scalar' && typeof node.value === 'string') inCallText(call, path, node.value, into);
  if (node.type !== 'map') return;
  for (const entry of node.entries) {
    const inner = entryOf(call, node, entry);
    const at = [...path, entry.key];
    if (entry.key === 'all' || entry.key === 'calls')
      eachItem(inner, at, always, (item, place) => inCall(item, place, into));
    else if (entry.key === 'cached') whole(inner, at, path, into, true);
    else if (/%$/.test(entry.key)) inCall(inner, at, into);
  }
}

function inCallText(found: Found, path: Path, text: string, into: Reference[]): void {
  const match = CALL.exec(text);
  if (match === null) return;
  const [, prefix = '', name = '', dot = '', verb = '', gap = '', object] = match;
  const from = prefix.length + name.length + dot.length;
  const topic = verb === 'publish';
  const member: Reference['member'] =
    object === undefined
      ? { kind: 'operation', name: verb, from }
      : {
          kind: topic ? 'topic' : 'object',
          name: topic ? object : (object.split('.')[0] ?? ''),
          from: from + verb.length + gap.length,
        };
  into.push({
    path,
    at: 'value',
    found,
    text,
    component: { name, from: prefix.length },
    member,
    removal: path,
  });
}

function inLayout(layout: Found, path: Path, into: Reference[]): void {
  eachEntry(childOf(layout, 'units'), [...path, 'units'], always, (unit, at) => {
    eachItem(unit, at, always, (item, place) => whole(item, place, place, into));
  });
  eachItem(childOf(layout, 'omit'), [...path, 'omit'], always, (item, place) =>
    whole(item, place, place, into),
  );
}

function whole(
  found: Found | undefined,
  path: Path,
  removal: Path,
  into: Reference[],
  unwraps = false,
): void {
  const name = found?.node.value;
  if (found === undefined || found.node.type !== 'scalar' || typeof name !== 'string') return;
  into.push({
    path,
    at: 'value',
    found,
    text: name,
    component: { name, from: 0 },
    removal,
    ...(unwraps ? { unwraps } : {}),
  });
}

function pair(
  found: Found,
  path: Path,
  text: string,
  separator: string,
  kind: MemberKind,
  how: Pick<Reference, 'at' | 'removal'>,
  into: Reference[],
): void {
  const at = text.indexOf(separator);
  if (at <= 0) return;
  const member = text.slice(at + 1);
  const from = at + 1 + (member.length - member.trimStart().length);
  into.push({
    path,
    found,
    text,
    component: { name: text.slice(0, at), from: 0 },
    member: { kind, name: member.trim(), from },
    ...how,
  });
}

function eachEntry(
  found: Found | undefined,
  path: Path,
  wanted: Mentions,
  visit: (found: Found, path: Path, key: string) => void,
): void {
  if (found?.node.type !== 'map') return;
  for (const entry of found.node.entries) {
    const child = entryOf(found, found.node, entry);
    if (wanted(child)) visit(child, [...path, entry.key], entry.key);
  }
}

function eachItem(
  found: Found | undefined,
  path: Path,
  wanted: Mentions,
  visit: (found: Found, path: Path) => void,
): void {
  const list = found?.node;
  if (found === undefined || list?.type !== 'list') return;
  list.items.forEach((item, index) => {
    const child = itemOf(found, list, item);
    if (wanted(child)) visit(child, [...path, index]);
  });
}
