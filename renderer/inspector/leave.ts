import type { KeyboardEvent } from 'react';
import { requestFocus } from '../canvas/state.ts';
import { focusCanvas, reveal } from '../canvas/view/viewport.ts';
import { selectionStore } from '../state/selection.ts';

/**
 * Escape leads from the form back to where it was opened from: the selected card or, for a connection, the drawing. An
 * Escape that gives up a draft or closes a list of suggestions does only that.
 */
export function leaveOnEscape(event: KeyboardEvent): void {
  const { key, target, defaultPrevented, nativeEvent } = event;
  if (key !== 'Escape' || defaultPrevented || nativeEvent.isComposing) return;
  if (target instanceof Element && target.getAttribute('aria-expanded') === 'true' && target.matches('input'))
    return;
  event.preventDefault();
  const [name] = [...selectionStore.getState().components].slice(-1);
  if (name === undefined) {
    focusCanvas();
    return;
  }
  reveal(name);
  requestFocus(name);
}
