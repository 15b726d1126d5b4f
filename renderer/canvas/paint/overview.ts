import type { Rect } from '../geometry/rect.ts';
import type { Scene } from '../scene/scene.ts';
import type { Palette } from './palette.ts';

/** Least size of a component in the overview, in pixels of the screen. */
const LEAST = 2;

/** Paints the whole drawing small: regions, and a mark for every component. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  all: Rect,
  pixelRatio: number,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  const scale = Math.min(width / all.width, height / all.height);
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (width - all.width * scale) / 2 - all.x * scale,
    (height - all.height * scale) / 2 - all.y * scale,
  );
  context.fillStyle = palette.line;
  context.globalAlpha = 0.1;
  for (const { rect } of scene.groups) context.fillRect(rect.x, rect.y, rect.width, rect.height);
  context.globalAlpha = 1;
  const least = (LEAST * pixelRatio) / scale;
  for (const [name, { x, y, width: wide, height: high }] of scene.rects) {
    const component = scene.document.components[name];
    if (!component) continue;
    context.fillStyle = palette.kinds[component.kind];
    context.fillRect(x, y, Math.max(wide, least), Math.max(high, least));
  }
}
