import type { MantineColorSchemeManager } from '@mantine/core';
import { viewStore } from '../state/view.ts';

/** Lets Mantine read and follow the colour scheme of the view state, which remembers it. */
export function viewSchemeManager(): MantineColorSchemeManager {
  let stop: (() => void) | undefined;
  return {
    get: () => viewStore.getState().scheme,
    set: (scheme) => viewStore.setState({ scheme }),
    subscribe: (onUpdate) => {
      stop = viewStore.subscribe((state, before) => {
        if (state.scheme !== before.scheme) onUpdate(state.scheme);
      });
    },
    unsubscribe: () => stop?.(),
    clear: () => viewStore.setState({ scheme: 'auto' }),
  };
}
