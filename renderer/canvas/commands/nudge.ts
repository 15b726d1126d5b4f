import type { Command } from '../../commands/command.ts';
import { nudge } from '../actions/move.ts';
import { GRID } from '../geometry/rect.ts';
import { withComponents } from './when.ts';

const FAR = 10;
const DIRECTIONS = [
  ['left', 'arrowleft', -1, 0],
  ['right', 'arrowright', 1, 0],
  ['up', 'arrowup', 0, -1],
  ['down', 'arrowdown', 0, 1],
] as const;

const nudging = ([direction, key, x, y]: (typeof DIRECTIONS)[number], times: number): Command => ({
  id: `arrange.nudge-${direction}${times === 1 ? '' : '-far'}`,
  title: `Move ${direction} by ${GRID * times}`,
  category: 'Arrange',
  shortcut: [times === 1 ? key : `shift+${key}`],
  scope: 'canvas',
  hidden: true,
  when: withComponents,
  run: () => nudge(x * GRID * times, y * GRID * times),
});

/** Arrow keys move what is selected by the grid, with Shift by ten times as much. */
export const nudges: readonly Command[] = [1, FAR].flatMap((times) =>
  DIRECTIONS.map((direction) => nudging(direction, times)),
);
