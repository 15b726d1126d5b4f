import { IconTrash } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { removeSelected } from '../actions/remove.ts';
import { withSelection } from './when.ts';

export const remove: Command = {
  id: 'edit.delete',
  title: 'Delete',
  category: 'Edit',
  keywords: ['remove', 'disconnect'],
  shortcut: ['delete', 'backspace'],
  scope: 'canvas',
  icon: IconTrash,
  when: withSelection,
  run: removeSelected,
};
