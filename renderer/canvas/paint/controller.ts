import type { ReactFlowState } from '@xyflow/react';
import { documentStore } from '../../state/document.ts';
import { problemsByComponent } from '../../state/problems.ts';
import { selectionStore } from '../../state/selection.ts';
import { levelAt } from '../geometry/lod.ts';
import { cardAt, grown, type Rect } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';
import type { View } from '../view/in-view.ts';
import { fitted, type Painting, paintingFor, serves } from './frame.ts';
import type { PaintJob } from './job.ts';
import { paint, paintFollowing } from './painter.ts';
import { type Palette, paletteOf } from './palette.ts';

/** How long the view must be at rest before it is painted sharply, in milliseconds. */
const REST_MS = 120;
/** While the view moves, it is painted anew at most this often, in milliseconds. */
const LEAST_GAP_MS = 90;

interface Flow {
  getState(): Pick<ReactFlowState, 'transform' | 'width' | 'height'>;
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps the painting in step with the view. While the view moves, the finished painting is shifted and stretched, which
 * costs the same for any number of components; it is painted anew when it no longer serves, and sharply at rest.
 */
export class PaintController {
  readonly #picture: HTMLCanvasElement;
  readonly #following: HTMLCanvasElement;
  readonly #probe: HTMLElement;
  readonly #flow: Flow;
  readonly #stops: (() => void)[];
  #painting: Painting | undefined;
  #job: PaintJob | undefined;
  #palette: Palette | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #paintedAt = 0;

  constructor(picture: HTMLCanvasElement, following: HTMLCanvasElement, probe: HTMLElement, flow: Flow) {
    this.#picture = picture;
    this.#following = following;
    this.#probe = probe;
    this.#flow = flow;
    const theme = new MutationObserver(() => this.#recolour());
    theme.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-mantine-color-scheme', 'class', 'style'],
    });
    this.#stops = [
      flow.subscribe(() => this.#moved()),
      canvasStore.subscribe((state, before) => {
        if (state.live !== before.live) this.#follow();
        const live = (state.live === null) !== (before.live === null);
        if (state.scene !== before.scene || state.painted !== before.painted || live) this.#due();
      }),
      selectionStore.subscribe(() => this.#due()),
      documentStore.subscribe((state, before) => state.problems !== before.problems && this.#due()),
      () => theme.disconnect(),
    ];
    this.#due();
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#rest);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  get #view(): View {
    const { transform, width, height } = this.#flow.getState();
    return { x: transform[0], y: transform[1], zoom: transform[2], width, height };
  }

  #recolour(): void {
    this.#palette = undefined;
    this.#due();
  }

  /** Paints in the next frame. */
  #due(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#paint();
    });
  }

  #moved(): void {
    if (!canvasStore.getState().painted || !this.#painting) return;
    const now = this.#view;
    const { view } = this.#painting;
    if (
      now.x === view.x &&
      now.y === view.y &&
      now.zoom === view.zoom &&
      now.width === view.width &&
      now.height === view.height
    )
      return;
    this.#place(now);
    const { bounds } = canvasStore.getState().scene;
    if (
      bounds &&
      !serves(this.#painting, now, grown(bounds, 80)) &&
      performance.now() - this.#paintedAt > LEAST_GAP_MS
    )
      this.#due();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#due(), REST_MS);
  }

  /** Shifts and stretches the painting to the view. */
  #place(now: View): void {
    if (!this.#painting) return;
    const { x, y, scale } = fitted(this.#painting, now);
    for (const canvas of [this.#picture, this.#following])
      canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  #paint(): void {
    const { painted, scene, live } = canvasStore.getState();
    this.#picture.style.display = this.#following.style.display = painted ? '' : 'none';
    if (!painted) {
      this.#painting = undefined;
      return;
    }
    const view = this.#view;
    if (view.width === 0 || view.height === 0) return;
    this.#palette ??= paletteOf(this.#probe);
    this.#painting = paintingFor(view);
    const { components, edges } = selectionStore.getState();
    this.#job = {
      scene,
      palette: this.#palette,
      level: levelAt(view.zoom),
      painting: this.#painting,
      selected: components,
      selectedEdges: edges,
      problems: problemsByComponent(documentStore.getState().problems),
      absent: new Set(live && !live.copying ? live.moved.keys() : []),
    };
    const context = sized(this.#picture, this.#painting);
    if (context) paint(context, this.#job, devicePixelRatio);
    this.#place(view);
    this.#paintedAt = performance.now();
    this.#follow();
  }

  /** Paints what is being dragged: its lines, and cards that are no elements. */
  #follow(): void {
    const { live, scene, painted } = canvasStore.getState();
    const job = this.#job;
    if (!painted || !job) return;
    const context = sized(this.#following, job.painting);
    if (!context) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (!live) return;
    const rectOf = (name: string): Rect | undefined => {
      const moved = live.moved.get(name);
      return moved ? cardAt(moved) : scene.rects.get(name);
    };
    const edges = [...new Set([...live.moved.keys()].flatMap((name) => scene.incident.get(name) ?? []))];
    paintFollowing(context, job, edges, rectOf, devicePixelRatio);
    context.fillStyle = job.palette.accent;
    context.globalAlpha = 0.7;
    for (const name of live.moved.keys()) {
      const rect = rectOf(name);
      if (rect) context.fillRect(rect.x, rect.y, rect.width, rect.height);
    }
    context.globalAlpha = 1;
  }
}

/** Gives a canvas the size of a painting; its content is gone where the size changes. */
function sized(canvas: HTMLCanvasElement, { view, rim }: Painting): CanvasRenderingContext2D | null {
  const [wide, high] = [view.width + 2 * rim.x, view.height + 2 * rim.y];
  const [width, height] = [Math.round(wide * devicePixelRatio), Math.round(high * devicePixelRatio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${wide}px`;
    canvas.style.height = `${high}px`;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(1, 0, 0, 1, 0, 0);
  return context;
}
