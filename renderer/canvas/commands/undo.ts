import { IconArrowBackUp } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { documentStore } from '../../state/document.ts';
import { announce } from '../state.ts';

export const undo: Command = {
  id: 'edit.undo',
  title: ({ undoTitle }) => (undoTitle === undefined ? 'Undo' : `Undo ${undoTitle}`),
  category: 'Edit',
  shortcut: ['mod+z'],
  icon: IconArrowBackUp,
  when: ({ open, canUndo }) => open && canUndo,
  run({ undoTitle }) {
    documentStore.getState().undo();
    announce(`Undone: ${undoTitle ?? 'last step'}`);
  },
};
