import type { Rect } from '../geometry/rect.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';
import type { PaintJob } from './job.ts';

/** Most names that are written over a painting. */
const MOST_NAMES = 60;
/** Size of names on the screen, in pixels, however far one has zoomed out. */
const SIZE = 11;
const TITLE_SIZE = 12;
const HALO = 3;

interface Label {
  text: string;
  /** Centre, in the drawing. */
  x: number;
  y: number;
  size: number;
}

/** Writes the names that matter most, where there is room: contexts first, then components by their connections. */
export function paintNames(
  context: CanvasRenderingContext2D,
  job: PaintJob,
  names: readonly string[],
  pixelRatio: number,
): void {
  if (job.level === 'name') return;
  const { view, rim } = job.painting;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const taken = new SpatialIndex();
  for (const { text, x, y, size } of labelsOf(job, names)) {
    context.font = `600 ${size}px "Inter Variable", system-ui, sans-serif`;
    const width = context.measureText(text).width;
    const [left, top] = [
      x * view.zoom + view.x + rim.x - width / 2,
      y * view.zoom + view.y + rim.y - size / 2,
    ];
    const box: Rect = { x: left - 4, y: top - 3, width: width + 8, height: size + 6 };
    if (taken.query(box).length > 0) continue;
    taken.set(`${taken.size}`, box);
    context.lineWidth = HALO;
    context.strokeStyle = job.palette.canvas;
    context.strokeText(text, left + width / 2, top + size / 2);
    context.fillStyle = job.palette.text;
    context.fillText(text, left + width / 2, top + size / 2);
  }
  context.textAlign = 'start';
}

function labelsOf({ scene }: PaintJob, names: readonly string[]): Label[] {
  const contexts = scene.groups.map(
    ({ context, rect }): Label => ({
      text: context,
      x: rect.x + rect.width / 2,
      y: rect.y,
      size: TITLE_SIZE,
    }),
  );
  const degree = (name: string) => scene.incident.get(name)?.length ?? 0;
  const important = [...names].sort((a, b) => degree(b) - degree(a)).slice(0, MOST_NAMES);
  const components = important.flatMap((name): Label[] => {
    const rect = scene.rects.get(name);
    return rect ? [{ text: name, x: rect.x + rect.width / 2, y: rect.y + rect.height, size: SIZE }] : [];
  });
  return [...contexts, ...components].slice(0, MOST_NAMES);
}
