import { documentStore } from '../../state/document.ts';
import { moveTo } from '../actions/move.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore, setLaidOut } from '../state.ts';
import { motionDuration } from '../view/motion.ts';
import { fitAll } from '../view/viewport.ts';
import { elkGraph, layoutFrom } from './graph.ts';

/** How long cards glide to their places, in milliseconds. */
const GLIDE_MS = 160;

/**
 * Lays the whole document out, as one undoable step. The engine is loaded when it is first asked for, and works beside
 * the canvas: what is edited meanwhile wins.
 */
export async function autoLayout(): Promise<void> {
  const { id } = documentStore.getState();
  const { scene } = canvasStore.getState();
  announce('Laying out');
  const { layOut } = await import('./engine.ts');
  const layout = layoutFrom(await layOut(elkGraph(scene)), scene);
  const now = canvasStore.getState().scene;
  if (documentStore.getState().id !== id || now.names.join() !== scene.names.join()) {
    notify({ message: 'The document changed while it was laid out. Run auto-layout again.' });
    return;
  }
  glide();
  moveTo(layout.positions, { title: 'auto-layout' });
  setLaidOut({ routes: layout.routes, places: new Map() });
  fitAll();
  announce(`Laid out ${scene.names.length} components`);
}

function glide(): void {
  const duration = motionDuration(GLIDE_MS);
  if (duration === 0) return;
  canvasStore.setState({ gliding: true });
  setTimeout(() => canvasStore.setState({ gliding: false }), duration + 100);
}
