import { IconFileExport } from '@tabler/icons-react';
import { showDialog } from '../../state/view.ts';
import type { Command } from '../command.ts';

export const exportFile: Command = {
  id: 'file.export',
  title: 'Export...',
  category: 'File',
  keywords: [
    'picture',
    'image',
    'svg',
    'png',
    'mermaid',
    'structurizr',
    'c4',
    'markdown',
    'description',
    'diagram',
  ],
  shortcut: ['mod+shift+e'],
  scope: 'text',
  icon: IconFileExport,
  when: ({ open }) => open,
  run: () => showDialog({ type: 'export' }),
};
