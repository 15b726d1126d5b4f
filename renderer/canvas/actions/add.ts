import { type CatalogEntry, catalog } from '#catalog';
import { type Edit, type Kind, type Position, uniqueName, type Value } from '#model';
import { documentStore } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { freeSpot } from '../geometry/free-spot.ts';
import { CARD, onGrid } from '../geometry/rect.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore, requestFocus } from '../state.ts';
import { reveal, viewCentre } from '../view/viewport.ts';
import { connectEdit } from './connect.ts';

/** A kind of component, and its engine where it has one: what is dragged out of the palette. */
export interface EntryKey {
  kind: Kind;
  engine?: string;
}

/** Type of drag data that the palette gives and the canvas takes; holds an `EntryKey` as JSON. */
export const ENTRY_MIME = 'application/x-archwright-entry';

/**
 * Adds a component, selects it and gives it the keyboard.
 *
 * @param key what to add
 * @param centre where its centre should be, in the drawing; by default a free spot near the middle of the view
 * @param from component to connect it from, where that is possible
 * @returns its name, or `undefined` where it was refused
 */
export function addComponent(key: EntryKey, centre?: Position, from?: string): string | undefined {
  const entry = catalog.find(key.kind, key.engine);
  if (!entry) return undefined;
  const { parsed, dispatch } = documentStore.getState();
  const name = uniqueName(parsed.document, entry.baseName);
  const position = centre ? cornerOf(centre) : freeSpot(viewCentre(), canvasStore.getState().scene.index);
  const add: Edit = { type: 'add-component', name, component: componentOf(entry), position };
  const edits = from === undefined ? [add] : [add, connectEdit(from, name)];
  const result = dispatch(
    edits.length === 1 ? add : { type: 'batch', title: `add ${name} to ${from}`, edits },
  );
  if (!result.ok) {
    announce(result.problem.message);
    notify({ message: result.problem.message });
    return undefined;
  }
  select({ components: [name] });
  reveal(name);
  requestFocus(name);
  announce(from === undefined ? `Added ${name}` : `Added ${name}, connected from ${from}`);
  return name;
}

const cornerOf = ({ x, y }: Position) => onGrid({ x: x - CARD.width / 2, y: y - CARD.height / 2 });

function componentOf({ kind, engine, initial }: CatalogEntry): { [key: string]: Value | undefined } {
  // The catalogue's initial values are YAML values by contract.
  return { kind, ...(engine === undefined ? {} : { engine }), ...(initial as { [key: string]: Value }) };
}

/** What was dragged out of the palette, read from the drag's data; `undefined` where it is something else. */
export function entryKeyFrom(json: string): EntryKey | undefined {
  try {
    const { kind, engine }: Partial<EntryKey> = JSON.parse(json);
    if (kind === undefined) return undefined;
    const key = engine === undefined ? { kind } : { kind, engine };
    return catalog.find(kind, engine) && key;
  } catch {
    return undefined;
  }
}
