import { createStore } from 'zustand/vanilla';
import type { Position } from '#model';
import { type DocumentState, documentStore } from '../state/document.ts';
import type { Level } from './geometry/lod.ts';
import type { SnapLine } from './geometry/snap.ts';
import { type LaidOut, NOT_LAID_OUT } from './scene/laid-out.ts';
import type { Live } from './scene/live.ts';
import { type Scene, sceneOf } from './scene/scene.ts';

/** A connection in the making, by pointer or by keyboard. */
export interface Connecting {
  from: string;
  by: 'pointer' | 'keyboard';
  /** Component that the connection would end at, as things stand. */
  target: string | null;
}

/** What lies over the canvas and takes the keyboard: one at a time. */
export type Popover =
  | { type: 'none' }
  /** Adds a component with its centre at a place of the drawing, connected from one that exists. */
  | { type: 'quick-add'; at: Position; from?: string }
  | { type: 'find' };

/** State of the canvas that is nobody else's: never part of the document, never undone. */
export interface CanvasState {
  scene: Scene;
  live: Live | null;
  guides: readonly SnapLine[];
  level: Level;
  /** The drawing is painted; only components in use are elements. */
  painted: boolean;
  hovered: string | null;
  /** Component under the pointer that drags it. */
  dragged: string | null;
  hoveredEdge: string | null;
  connecting: Connecting | null;
  popover: Popover;
  /** Component whose name is being typed. */
  renaming: string | null;
  /** Component that should get the keyboard focus once it is drawn. */
  focus: string | null;
  /** Said to screen readers. */
  announcement: string;
  /** What the layout engine chose. */
  laidOut: LaidOut;
  /** Cards glide to their places (after auto-layout). */
  gliding: boolean;
}

const sceneFor = ({ parsed, edges }: DocumentState, laidOut: LaidOut, before?: Scene): Scene =>
  sceneOf(parsed.document, edges, laidOut, before);

export const canvasStore = createStore<CanvasState>()(() => ({
  scene: sceneFor(documentStore.getState(), NOT_LAID_OUT),
  live: null,
  guides: [],
  level: 'full',
  painted: false,
  hovered: null,
  dragged: null,
  hoveredEdge: null,
  connecting: null,
  popover: { type: 'none' },
  renaming: null,
  focus: null,
  announcement: '',
  laidOut: NOT_LAID_OUT,
  gliding: false,
}));

documentStore.subscribe((state, before) => {
  if (state.id !== before.id) {
    const scene = sceneFor(state, NOT_LAID_OUT);
    canvasStore.setState({
      scene,
      laidOut: NOT_LAID_OUT,
      live: null,
      guides: [],
      connecting: null,
      renaming: null,
      hovered: null,
      dragged: null,
      hoveredEdge: null,
    });
  } else if (state.parsed.document !== before.parsed.document) {
    const { scene, laidOut } = canvasStore.getState();
    canvasStore.setState({ scene: sceneFor(state, laidOut, scene) });
  }
});

/** Takes in what the layout engine chose; courses hold as long as the cards stay where it put them. */
export function setLaidOut(laidOut: LaidOut): void {
  const { scene } = canvasStore.getState();
  canvasStore.setState({ laidOut, scene: sceneFor(documentStore.getState(), laidOut, scene) });
}

/** Says something to people who do not see the canvas. */
export function announce(announcement: string): void {
  canvasStore.setState({ announcement });
}

/** Gives a component the keyboard focus as soon as it is drawn. */
export function requestFocus(name: string): void {
  canvasStore.setState({ focus: name });
}

export function closePopover(): void {
  canvasStore.setState({ popover: { type: 'none' } });
}
