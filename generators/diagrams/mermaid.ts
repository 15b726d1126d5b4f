import type { Catalog } from '#catalog';
import { type ArchDocument, type Component, edgesOf, type Kind } from '#model';
import { byText, sortedEntries } from '../text/names.ts';
import { edgeLabel } from './edge-label.ts';

/** Brackets around a node's text: its shape. */
const SHAPES: Readonly<Record<Kind, readonly [string, string]>> = {
  client: ['([', '])'],
  gateway: ['{{', '}}'],
  service: ['[', ']'],
  job: ['(', ')'],
  database: ['[(', ')]'],
  cache: ['[(', ')]'],
  queue: ['[[', ']]'],
  stream: ['[[', ']]'],
  storage: ['[(', ')]'],
  discovery: ['{{', '}}'],
  monitoring: ['[/', '/]'],
  external: ['>', ']'],
};

/** A Mermaid flowchart in the manner of C4's container diagram: contexts are boundaries, texts say what it is. */
export function mermaid(document: ArchDocument, catalog: Catalog): string {
  const components = sortedEntries(document.components);
  const contexts = [...new Set(components.flatMap(([, { context }]) => context ?? []))].sort(byText);
  const inContext = (context: string | undefined, indent: string) =>
    components
      .filter(([, component]) => component.context === context)
      .map(([name, component]) => indent + node(name, component, catalog));
  const lines = [
    'flowchart LR',
    ...inContext(undefined, '  '),
    ...contexts.flatMap((context) => [
      `  subgraph ${id(context, 'context')}["${escapeText(context)}"]`,
      ...inContext(context, '    '),
      '  end',
    ]),
    ...edgesOf(document, catalog.vocabulary)
      .map(
        (edge) =>
          `  ${id(edge.from)} ${edge.synchronous ? '-->' : '-.->'}|"${escapeText(edgeLabel(edge))}"| ${id(edge.to)}`,
      )
      .sort(byText),
  ];
  return `${lines.join('\n')}\n`;
}

function node(name: string, component: Component, catalog: Catalog): string {
  const entry = catalog.entryOf(component);
  const [open, close] = SHAPES[component.kind];
  const text = [`<b>${escapeText(name)}</b>`, escapeText(`[${entry.title}]`)];
  const description = shorten(component.description ?? '');
  if (description !== '') text.push(escapeText(description));
  return `${id(name)}${open}"${text.join('<br/>')}"${close}`;
}

/**
 * A prefix, because Mermaid takes `end`, `graph` and others for its own words; underscores, because two hyphens are an
 * arrow. Labels have none, so that names stay apart.
 */
function id(name: string, prefix = 'c'): string {
  return `${prefix}_${name.replaceAll('-', '_')}`;
}

const MAX_DESCRIPTION = 120;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= MAX_DESCRIPTION
    ? line
    : `${characters.slice(0, MAX_DESCRIPTION - 3).join('')}...`;
}

/** Mermaid's entity codes: whatever is no letter, digit or harmless mark becomes `#CODE;`. */
function escapeText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:/()[\]_-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
