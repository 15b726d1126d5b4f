import { requestFocus } from '../canvas/state.ts';
import { reveal } from '../canvas/view/viewport.ts';
import { select } from '../state/selection.ts';

/**
 * Selects a component and brings it into view on the canvas.
 *
 * @param focus gives it the keyboard focus too
 */
export function showComponent(name: string, focus = false): void {
  select({ components: [name] });
  reveal(name);
  if (focus) requestFocus(name);
}
