import { IconFolderOpen } from '@tabler/icons-react';
import { notifyError } from '../../app/notify.ts';
import { leaveDocument, openDocument } from '../../files/current.ts';
import type { Command } from '../command.ts';

export const openFile: Command = {
  id: 'file.open',
  title: 'Open...',
  category: 'File',
  keywords: ['load', 'file'],
  shortcut: ['mod+o'],
  scope: 'text',
  icon: IconFolderOpen,
  run: () =>
    leaveDocument(() => void openDocument().catch((error) => notifyError('Could not open the file', error))),
};
