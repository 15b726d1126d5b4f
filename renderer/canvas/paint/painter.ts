import type { Component, GraphEdge } from '#model';
import { nameScaleAt } from '../geometry/lod.ts';
import { CARD, centreOf, type Rect } from '../geometry/rect.ts';
import type { Scene } from '../scene/scene.ts';
import { areaOf } from './frame.ts';
import { paintIcon } from './icons.ts';
import type { PaintJob } from './job.ts';
import { paintNames } from './names.ts';

type Context = CanvasRenderingContext2D;

/** Paints the drawing as far as the painting reaches. */
export function paint(context: Context, job: PaintJob, pixelRatio: number): void {
  const { view, rim } = job.painting;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(
    pixelRatio * view.zoom,
    0,
    0,
    pixelRatio * view.zoom,
    pixelRatio * (view.x + rim.x),
    pixelRatio * (view.y + rim.y),
  );
  const area = areaOf(job.painting);
  paintGroups(context, job);
  paintEdges(context, job, area);
  const names = job.scene.index.query(area).filter((name) => !job.absent.has(name));
  paintCards(context, job, names);
  paintNames(context, job, names, pixelRatio);
}

function paintGroups(context: Context, { scene, palette, painting }: PaintJob): void {
  context.fillStyle = palette.line;
  context.strokeStyle = palette.line;
  context.lineWidth = 1 / painting.view.zoom;
  for (const { rect } of scene.groups) {
    context.globalAlpha = 0.06;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
    context.globalAlpha = 0.25;
    context.strokeRect(rect.x, rect.y, rect.width, rect.height);
  }
  context.globalAlpha = 1;
}

function paintEdges(context: Context, job: PaintJob, area: Rect): void {
  const { scene, palette, painting, selectedEdges, absent } = job;
  const thin = (job.level === 'mark' ? 0.6 : 1) / painting.view.zoom;
  const edges = scene.edgeIndex.query(area).flatMap((id) => scene.edgeById.get(id) ?? []);
  const shown =
    absent.size === 0 ? edges : edges.filter(({ from, to }) => !absent.has(from) || !absent.has(to));
  context.strokeStyle = palette.line;
  context.lineWidth = thin;
  context.globalAlpha = job.level === 'mark' ? 0.4 : 0.6;
  strokeAll(
    context,
    shown.filter(({ id }) => !selectedEdges.has(id)),
    scene,
  );
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2 * thin;
  strokeAll(
    context,
    shown.filter(({ id }) => selectedEdges.has(id)),
    scene,
  );
}

/** Straight lines from end to end: bends could not be seen at this size. */
function strokeAll(context: Context, edges: readonly GraphEdge[], scene: Scene): void {
  context.beginPath();
  for (const { id } of edges) {
    const points = scene.routing.geometry.get(id)?.route.points;
    const [start, end] = [points?.[0], points?.at(-1)];
    if (!start || !end) continue;
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
  }
  context.stroke();
}

/** Lines between the middles of cards that are being dragged and their neighbours. */
export function paintFollowing(
  context: Context,
  job: PaintJob,
  edges: readonly GraphEdge[],
  rectOf: (name: string) => Rect | undefined,
  pixelRatio: number,
): void {
  const { view, rim } = job.painting;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(
    pixelRatio * view.zoom,
    0,
    0,
    pixelRatio * view.zoom,
    pixelRatio * (view.x + rim.x),
    pixelRatio * (view.y + rim.y),
  );
  context.strokeStyle = job.palette.accent;
  context.lineWidth = 1 / view.zoom;
  context.beginPath();
  for (const { from, to } of edges) {
    const [a, b] = [rectOf(from), rectOf(to)];
    if (!a || !b) continue;
    const [start, end] = [centreOf(a), centreOf(b)];
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
  }
  context.stroke();
}

function paintCards(context: Context, job: PaintJob, names: readonly string[]): void {
  for (const [component, members] of byLook(job, names)) {
    context.fillStyle = job.level === 'name' ? job.palette.surface : job.palette.kinds[component.kind];
    fillAll(context, members, job);
  }
  if (job.level !== 'mark') paintFaces(context, job, names);
  paintMarks(context, job, names);
}

/** Cards of one colour together: changing colours costs more than filling. */
function byLook({ scene }: PaintJob, names: readonly string[]): Iterable<readonly [Component, Rect[]]> {
  const looks = new Map<string, readonly [Component, Rect[]]>();
  for (const name of names) {
    const component = scene.document.components[name];
    const rect = scene.rects.get(name);
    if (!component || !rect) continue;
    const look = looks.get(component.kind) ?? ([component, []] as const);
    look[1].push(rect);
    looks.set(component.kind, look);
  }
  return looks.values();
}

function fillAll(context: Context, rects: readonly Rect[], { level }: PaintJob): void {
  if (level === 'mark') {
    for (const { x, y, width, height } of rects) context.fillRect(x, y, width, height);
    return;
  }
  context.beginPath();
  for (const { x, y, width, height } of rects) context.roundRect(x, y, width, height, 8);
  context.fill();
}

/** Icon and, where it can be read, name of each card. */
function paintFaces(
  context: Context,
  { scene, level, palette, painting }: PaintJob,
  names: readonly string[],
): void {
  const scale = nameScaleAt(painting.view.zoom);
  context.font = `600 ${13 * scale}px "Inter Variable", system-ui, sans-serif`;
  context.textBaseline = 'middle';
  for (const name of names) {
    const component = scene.document.components[name];
    const rect = scene.rects.get(name);
    if (!component || !rect) continue;
    if (level === 'icon') {
      paintIcon(
        context,
        component,
        { x: rect.x + (CARD.width - 36) / 2, y: rect.y + 14, side: 36 },
        palette.surface,
      );
      continue;
    }
    context.strokeStyle = palette.border;
    context.lineWidth = 1 / painting.view.zoom;
    context.strokeRect(rect.x, rect.y, rect.width, rect.height);
    paintIcon(
      context,
      component,
      { x: rect.x + 14, y: rect.y + 20, side: 24 },
      palette.kinds[component.kind],
    );
    context.fillStyle = palette.text;
    context.fillText(name, rect.x + 50, rect.y + CARD.height / 2, CARD.width - 62);
  }
}

/** Selection and problems. */
function paintMarks(context: Context, job: PaintJob, names: readonly string[]): void {
  const { scene, selected, problems, palette, painting } = job;
  const pixel = 1 / painting.view.zoom;
  for (const name of names) {
    const rect = scene.rects.get(name);
    if (!rect) continue;
    const problem = problems.get(name);
    if (problem && problem.severity !== 'info') {
      context.fillStyle = problem.severity === 'error' ? palette.error : palette.warning;
      context.beginPath();
      context.arc(rect.x + rect.width, rect.y, Math.max(10, 2.5 * pixel), 0, 2 * Math.PI);
      context.fill();
    }
    if (selected.has(name)) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 2 * pixel;
      context.strokeRect(
        rect.x - 2 * pixel,
        rect.y - 2 * pixel,
        rect.width + 4 * pixel,
        rect.height + 4 * pixel,
      );
    }
  }
}
