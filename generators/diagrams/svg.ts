import type { Catalog, Icon } from '#catalog';
import { type ArchDocument, type Component, edgesOf, type GraphEdge, type Position } from '#model';
import { byText, sortedEntries } from '../text/names.ts';
import { contextBoxes } from './context-boxes.ts';
import { edgeLabel } from './edge-label.ts';
import type { DiagramOptions } from './options.ts';
import { CARD, positionsOf } from './positions.ts';
import { route } from './route.ts';
import { THEMES, type Theme } from './themes.ts';
import { element, printXml, type XmlElement } from './xml.ts';

const MARGIN = 48;
const FONT = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif";
const MAX_NAME = 22;
const MAX_SUBTITLE = 26;

/** A picture of the canvas that needs nothing but itself. */
export function svg(
  document: ArchDocument,
  catalog: Catalog,
  { theme: name = 'light' }: DiagramOptions,
): string {
  const theme = THEMES[name];
  const edges = edgesOf(document, catalog.vocabulary).toSorted((a, b) => byText(a.id, b.id));
  const positions = positionsOf(document, edges);
  const boxes = contextBoxes(document, positions);
  const frame = bounds([...positions.values()], boxes.length > 0);
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [frame.x, frame.y, frame.width, frame.height].join(' '),
      width: frame.width,
      height: frame.height,
      role: 'img',
      'font-family': FONT,
    },
    element('title', {}, document.name),
    element('defs', {}, arrowHead(theme)),
    element('rect', { ...frame, fill: theme.background }),
    ...boxes.map((box) => contextBox(box, theme)),
    ...edges.flatMap((edge) => edgeElements(edge, positions, theme)),
    ...sortedEntries(document.components).map(([component, value]) =>
      card(component, value, positions.get(component) ?? { x: 0, y: 0 }, catalog, theme),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printXml(picture)}\n`;
}

function bounds(positions: readonly Position[], grouped: boolean) {
  const margin = grouped ? MARGIN + 16 : MARGIN;
  const xs = positions.map(({ x }) => x);
  const ys = positions.map(({ y }) => y);
  const x = xs.length === 0 ? 0 : min(xs);
  const y = ys.length === 0 ? 0 : min(ys);
  const width = xs.length === 0 ? 0 : max(xs) - x + CARD.width;
  const height = ys.length === 0 ? 0 : max(ys) - y + CARD.height;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

const min = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
const max = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));

function arrowHead(theme: Theme): XmlElement {
  const head = {
    id: 'arrow',
    viewBox: '0 0 8 8',
    refX: 8,
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    orient: 'auto',
  };
  return element('marker', head, element('path', { d: 'M0 0L8 4L0 8z', fill: theme.edge }));
}

function contextBox(
  { name, x, y, width, height }: ReturnType<typeof contextBoxes>[number],
  theme: Theme,
): XmlElement {
  return element(
    'g',
    {},
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 12,
      fill: theme.group,
      stroke: theme.groupBorder,
      'stroke-dasharray': '4 4',
    }),
    element('text', { x: x + 12, y: y + 16, fill: theme.muted, 'font-size': 11 }, name),
  );
}

function edgeElements(edge: GraphEdge, positions: ReadonlyMap<string, Position>, theme: Theme): XmlElement[] {
  const from = positions.get(edge.from);
  const to = positions.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const { path, middle } = route(from, to);
  const dashes: Record<string, string> = edge.synchronous ? {} : { 'stroke-dasharray': '6 4' };
  return [
    element('path', {
      d: path,
      fill: 'none',
      stroke: theme.edge,
      'stroke-width': 1.5,
      'marker-end': 'url(#arrow)',
      ...dashes,
    }),
    element(
      'text',
      {
        x: middle.x,
        y: middle.y,
        fill: theme.muted,
        'font-size': 10,
        'text-anchor': 'middle',
        'paint-order': 'stroke',
        stroke: theme.background,
        'stroke-width': 4,
      },
      edgeLabel(edge),
    ),
  ];
}

function card(
  name: string,
  component: Component,
  { x, y }: Position,
  catalog: Catalog,
  theme: Theme,
): XmlElement {
  const entry = catalog.entryOf(component);
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('title', {}, component.description === undefined ? name : `${name}: ${component.description}`),
    element('rect', {
      width: CARD.width,
      height: CARD.height,
      rx: 8,
      fill: theme.card,
      stroke: theme.cardBorder,
    }),
    iconElement(entry.icon, theme.kinds[component.kind]),
    element(
      'text',
      { x: 52, y: 32, fill: theme.text, 'font-size': 14, 'font-weight': 600 },
      shorten(name, MAX_NAME),
    ),
    element(
      'text',
      { x: 52, y: 50, fill: theme.muted, 'font-size': 11 },
      shorten(entry.subtitle(component), MAX_SUBTITLE),
    ),
  );
}

function iconElement({ path, size, paint }: Icon, colour: string): XmlElement {
  const place = `translate(16 ${(CARD.height - 24) / 2}) scale(${24 / size})`;
  const outline = {
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return element('path', { d: path, transform: place, ...(paint === 'fill' ? { fill: colour } : outline) });
}

function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}\u2026`;
}
