import { IconArrowForwardUp } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { documentStore } from '../../state/document.ts';
import { announce } from '../state.ts';

export const redo: Command = {
  id: 'edit.redo',
  title: ({ redoTitle }) => (redoTitle === undefined ? 'Redo' : `Redo ${redoTitle}`),
  category: 'Edit',
  shortcut: ['mod+shift+z', 'mod+y'],
  icon: IconArrowForwardUp,
  when: ({ open, canRedo }) => open && canRedo,
  run({ redoTitle }) {
    documentStore.getState().redo();
    announce(`Redone: ${redoTitle ?? 'last step'}`);
  },
};
