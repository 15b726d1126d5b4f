import { readFileSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { z } from 'zod';

const size = z.int().min(1).max(100_000);
const place = z.int().min(-100_000).max(100_000);
const stored = z.object({
  bounds: z.object({ x: place, y: place, width: size, height: size }),
  maximized: z.boolean(),
});
export type WindowState = z.output<typeof stored>;

/** @returns where the window was last, `undefined` where that is unknown or no longer on any display */
export function readWindowState(path: string, displays: readonly Rectangle[]): WindowState | undefined {
  try {
    const state = stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    return displays.some((display) => overlaps(display, state.bounds)) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the window's place for the next start; where that fails, the next start centres it. */
export function keepWindowState(path: string, window: BrowserWindow): void {
  const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {
    // The window's place is a comfort, no reason to trouble anyone while closing.
  }
}

/** Enough of the title bar must be visible to be taken hold of: 100 by 40 pixels. */
function overlaps(display: Rectangle, bounds: Rectangle): boolean {
  const width = Math.min(display.x + display.width, bounds.x + bounds.width) - Math.max(display.x, bounds.x);
  const height =
    Math.min(display.y + display.height, bounds.y + bounds.height) - Math.max(display.y, bounds.y);
  return width >= 100 && height >= 40 && bounds.y >= display.y - 10;
}
