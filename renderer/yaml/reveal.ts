import { createStore } from 'zustand/vanilla';
import { showBottom, viewStore } from '../state/view.ts';

/** Where the editor should go next. A new object for every wish, so that the same place can be asked for twice. */
export interface RevealTarget {
  /** Offset in the text, in UTF-16 units. */
  offset: number;
  /** Take the keyboard focus too. */
  focus: boolean;
}

export const revealStore = createStore<{ target: RevealTarget | null }>()(() => ({ target: null }));

/** Opens the YAML pane at an offset of the text. */
export function revealInYaml(offset: number): void {
  viewStore.setState({ tab: 'design' });
  showBottom('yaml');
  // A view that is not shown takes no keyboard focus: one frame later it is.
  requestAnimationFrame(() => revealStore.setState({ target: { offset, focus: true } }));
}
