import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { beginKeyboardConnect } from '../actions/keyboard-connect.ts';
import { requestFocus } from '../state.ts';
import { withOneComponent } from './when.ts';

export const connect: Command = {
  id: 'edit.connect',
  title: 'Connect...',
  category: 'Edit',
  keywords: ['call', 'publish', 'edge', 'arrow', 'line'],
  shortcut: ['c'],
  scope: 'canvas',
  icon: IconArrowNarrowRight,
  when: withOneComponent,
  run({ components: [name] }) {
    if (name === undefined) return;
    requestFocus(name);
    beginKeyboardConnect(name);
  },
};
