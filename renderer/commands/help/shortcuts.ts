import { IconKeyboard } from '@tabler/icons-react';
import { showDialog } from '../../state/view.ts';
import type { Command } from '../command.ts';

export const shortcuts: Command = {
  id: 'help.shortcuts',
  title: 'Keyboard shortcuts',
  category: 'Help',
  keywords: ['keys', 'help'],
  shortcut: ['?'],
  icon: IconKeyboard,
  run: () => showDialog({ type: 'shortcuts' }),
};
