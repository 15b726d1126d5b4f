import type { Position } from '#model';
import { canvasStore } from '../state.ts';

/**
 * Opens the quick add.
 *
 * @param at where the new component's centre will be, in the drawing
 * @param from component that it will be connected from
 */
export function openQuickAdd(at: Position, from?: string): void {
  canvasStore.setState({ popover: { type: 'quick-add', at, ...(from === undefined ? {} : { from }) } });
}
