import { IconCopy } from '@tabler/icons-react';
import { saveDocumentAs } from '../../files/current.ts';
import type { Command } from '../command.ts';

export const saveAs: Command = {
  id: 'file.save-as',
  title: 'Save as...',
  category: 'File',
  keywords: ['copy', 'rename'],
  shortcut: ['mod+shift+s'],
  scope: 'text',
  icon: IconCopy,
  when: ({ open }) => open,
  run: () => saveDocumentAs(),
};
