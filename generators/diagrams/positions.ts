import type { ArchDocument, GraphEdge, Position } from '#model';
import { byText } from '../text/names.ts';
import { layersOf } from './layers.ts';

export const CARD = { width: 208, height: 72 };
/** Room around the cards of a context for its frame, and above them for its title. */
export const FRAME = { padding: 16, title: 12 };
/** Room between layers, where the arrows run, and between what stands one above the other. */
const GAP = { x: 112, y: 40 };

/** What a context's block is called by; a component's name has no colon, so none is taken for a context. */
const CONTEXT = 'context:';

/** Cards that stand together: those of a context, or one alone. Places count from the upper left corner. */
interface Block {
  places: ReadonlyMap<string, Position>;
  width: number;
  height: number;
}

/**
 * Where every component stands: at its place on the canvas, or, where it has none, below the others, in layers that
 * follow the arrows and with the components of a context together. No two cards touch, but where the canvas has them so.
 */
export function positionsOf(document: ArchDocument, edges: readonly GraphEdge[]): Map<string, Position> {
  const names = Object.keys(document.components).sort(byText);
  const placed = new Map<string, Position>();
  for (const name of names) {
    const position = document.canvas[name];
    if (position !== undefined && Object.hasOwn(document.canvas, name)) placed.set(name, position);
  }
  const unplaced = names.filter((name) => !placed.has(name));
  const origin = below([...placed.values()]);
  for (const [name, { x, y }] of laidOut(document, unplaced, edges))
    placed.set(name, { x: origin.x + x, y: origin.y + y });
  return placed;
}

/** Where there is room below some cards. */
function below(places: readonly Position[]): Position {
  if (places.length === 0) return { x: 0, y: 0 };
  const left = places.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const lowest = places.reduce((most, { y }) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  return { x: left, y: lowest + CARD.height + 2 * GAP.y };
}

/** Contexts and single components in layers; inside of a context its components in layers of their own. */
function laidOut(
  document: ArchDocument,
  names: readonly string[],
  edges: readonly GraphEdge[],
): ReadonlyMap<string, Position> {
  const blockOf = (name: string) => {
    const context = document.components[name]?.context;
    return context === undefined ? name : `${CONTEXT}${context}`;
  };
  const members = new Map<string, string[]>();
  for (const name of names) members.set(blockOf(name), [...(members.get(blockOf(name)) ?? []), name]);
  const blocks = new Map(
    [...members].map(([id, inside]) => [
      id,
      blockAround(id.startsWith(CONTEXT) ? FRAME.padding : 0, inside, edges),
    ]),
  );
  const between = edges.map(({ from, to }) => ({ from: blockOf(from), to: blockOf(to) }));
  return inColumns(layersOf([...blocks.keys()], between), (id) => blocks.get(id) ?? EMPTY).places;
}

const EMPTY: Block = { places: new Map(), width: 0, height: 0 };

/** The cards of one block, with room around them for a frame and its title, if it has one. */
function blockAround(padding: number, names: readonly string[], edges: readonly GraphEdge[]): Block {
  const title = padding === 0 ? 0 : FRAME.title;
  const inner = inColumns(layersOf(names, edges), (name) => ({
    places: new Map([[name, { x: 0, y: 0 }]]),
    ...CARD,
  }));
  return {
    places: shifted(inner.places, padding, padding + title),
    width: inner.width + 2 * padding,
    height: inner.height + 2 * padding + title,
  };
}

/** Blocks of each layer above each other, layers from left to right, all around one middle line. */
function inColumns(layers: readonly (readonly string[])[], blockOf: (id: string) => Block): Block {
  const columns = layers.map((ids) => ids.map(blockOf));
  const heightOf = (column: readonly Block[]) =>
    column.reduce((sum, { height }) => sum + height, 0) + GAP.y * Math.max(0, column.length - 1);
  const height = columns.reduce((most, column) => Math.max(most, heightOf(column)), 0);
  const places = new Map<string, Position>();
  let left = 0;
  for (const column of columns) {
    const width = column.reduce((most, block) => Math.max(most, block.width), 0);
    let top = Math.round((height - heightOf(column)) / 2);
    for (const block of column) {
      const indent = Math.round((width - block.width) / 2);
      for (const [name, place] of shifted(block.places, left + indent, top)) places.set(name, place);
      top += block.height + GAP.y;
    }
    left += width + GAP.x;
  }
  return { places, width: Math.max(0, left - GAP.x), height };
}

function shifted(places: ReadonlyMap<string, Position>, x: number, y: number): Map<string, Position> {
  return new Map([...places].map(([name, place]) => [name, { x: place.x + x, y: place.y + y }]));
}
