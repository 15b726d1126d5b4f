import { IconCursorText } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { canvasStore } from '../state.ts';
import { currentZoom, jumpTo, reveal } from '../view/viewport.ts';
import { withOneComponent } from './when.ts';

/** Below this zoom a card's name is too small to be typed into. */
const READABLE = 0.6;

export const rename: Command = {
  id: 'edit.rename',
  title: 'Rename',
  category: 'Edit',
  shortcut: ['f2'],
  icon: IconCursorText,
  when: withOneComponent,
  run({ components: [name] }) {
    if (name === undefined) return;
    if (currentZoom() <= READABLE) jumpTo(name);
    else reveal(name);
    canvasStore.setState({ renaming: name });
  },
};
