import { parse as parseYaml, stringify } from 'yaml';
import {
  type ArchDocument,
  applyEdit,
  type Connection,
  type Edit,
  FORMAT_VERSION,
  type Position,
  parse,
  uniqueName,
  type Value,
  type Vocabulary,
} from '#model';

/** Components cut out of a document. */
export interface Fragment {
  components: { [name: string]: { [key: string]: Value } };
  connections: Connection[];
  canvas: Record<string, Position>;
}

/** Largest text that is looked at when something is pasted, in characters. */
const MOST_TEXT = 1_000_000;

/**
 * Writes components as text in the document's own format, so that they can be pasted into another document or into an
 * editor.
 *
 * @param names what to write; connections among them are kept
 * @param positionOf where each is
 */
export function fragmentText(
  document: ArchDocument,
  names: ReadonlySet<string>,
  positionOf: (name: string) => Position | undefined,
): string {
  const chosen = Object.entries(document.components).filter(([name]) => names.has(name));
  const connections = document.connections.filter(({ from, to }) => names.has(from) && names.has(to));
  const canvas = chosen.flatMap(([name]) => {
    const position = positionOf(name);
    return position ? [[name, { x: position.x, y: position.y }]] : [];
  });
  return stringify(
    {
      components: Object.fromEntries(chosen),
      ...(connections.length > 0 ? { connections } : {}),
      canvas: Object.fromEntries(canvas),
    },
    { aliasDuplicateObjects: false, lineWidth: 110 },
  );
}

/**
 * Reads components from text, under names that are free in a document. References among them follow.
 *
 * @param target document that they are for
 * @returns the components, or `undefined` where the text holds none
 */
export function fragmentFrom(
  text: string,
  target: ArchDocument,
  vocabulary: Vocabulary,
): Fragment | undefined {
  if (text.length > MOST_TEXT) return undefined;
  let parsed = parse(withHeader(text), vocabulary);
  if (parsed.stale || Object.keys(parsed.document.components).length === 0) return undefined;
  for (const name of Object.keys(parsed.document.components)) {
    if (!Object.hasOwn(target.components, name)) continue;
    const both = { components: { ...target.components, ...parsed.document.components } };
    const result = applyEdit(
      parsed,
      { type: 'rename-component', from: name, to: uniqueName(both, name) },
      vocabulary,
    );
    if (!result.ok) return undefined;
    parsed = result.parsed;
  }
  // Read again as plain data: references to components that stayed behind are kept, though they dangle here.
  const { components } = parseYaml(parsed.text) as Pick<Fragment, 'components'>;
  const { connections, canvas } = parsed.document;
  return { components, connections, canvas };
}

const withHeader = (text: string) =>
  /^archwright:/m.test(text) ? text : `archwright: ${FORMAT_VERSION}\nname: fragment\n${text}`;

/**
 * The edits that add a fragment.
 *
 * @param placeOf where each component comes to stand
 */
export function editsOf(fragment: Fragment, placeOf: (name: string) => Position): Edit[] {
  return [
    ...Object.entries(fragment.components).map(
      ([name, component]): Edit => ({ type: 'add-component', name, component, position: placeOf(name) }),
    ),
    ...fragment.connections.map((connection): Edit => ({ type: 'connect', connection })),
  ];
}
