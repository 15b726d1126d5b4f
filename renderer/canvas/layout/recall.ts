import type { Position } from '#model';
import { documentStore } from '../../state/document.ts';
import type { Scene } from '../scene/scene.ts';
import { canvasStore, setLaidOut } from '../state.ts';
import { fitAll } from '../view/viewport.ts';
import { elkGraph, layoutFrom } from './graph.ts';

/** Larger documents are not laid out unasked. */
const MOST_COMPONENTS = 400;
/** Share of cards that stand where the engine puts them from which on the drawing counts as its work. */
const MOSTLY = 0.5;

/**
 * Finds out what the layout engine chose for the open document. The document keeps only where cards are; the engine
 * gives the same answer every time, so that a drawing which it laid out gets its courses back when it is opened again.
 * A document without places, as people write it by hand, is drawn where the engine would put everything, unedited.
 */
export async function recallLayout(): Promise<void> {
  const { id } = documentStore.getState();
  const { scene } = canvasStore.getState();
  if (scene.names.length < 2 || scene.names.length > MOST_COMPONENTS) return;
  const { layOut } = await import('./engine.ts');
  const { positions, routes } = layoutFrom(await layOut(elkGraph(scene)), scene);
  if (documentStore.getState().id !== id || !isItsWork(scene, positions)) return;
  setLaidOut({ routes, places: positions });
  if (Object.keys(scene.document.canvas).length === 0) fitAll();
}

/** Whether the cards that the document gives a place mostly stand where the engine puts them. */
export function isItsWork({ document, names }: Scene, positions: ReadonlyMap<string, Position>): boolean {
  const placed = names.filter((name) => Object.hasOwn(document.canvas, name));
  const alike = placed.filter((name) => {
    const [is, would] = [document.canvas[name], positions.get(name)];
    return is?.x === would?.x && is?.y === would?.y;
  });
  return alike.length >= placed.length * MOSTLY;
}
