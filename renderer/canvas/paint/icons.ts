import { catalog } from '#catalog';
import type { Component } from '#model';

const paths = new Map<string, Path2D>();

/** Paints an engine's mark into a square. */
export function paintIcon(
  context: CanvasRenderingContext2D,
  component: Component,
  { x, y, side }: { x: number; y: number; side: number },
  colour: string,
): void {
  const { icon } = catalog.entryOf(component);
  let path = paths.get(icon.path);
  if (!path) {
    path = new Path2D(icon.path);
    paths.set(icon.path, path);
  }
  const before = context.getTransform();
  context.translate(x, y);
  context.scale(side / icon.size, side / icon.size);
  if (icon.paint === 'fill') {
    context.fillStyle = colour;
    context.fill(path);
  } else {
    context.strokeStyle = colour;
    context.lineWidth = icon.size / 12;
    context.stroke(path);
  }
  context.setTransform(before);
}
