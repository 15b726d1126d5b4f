import { IconFilePlus } from '@tabler/icons-react';
import { leaveDocument, session } from '../../files/current.ts';
import type { Command } from '../command.ts';

export const newDocument: Command = {
  id: 'file.new',
  title: 'New document',
  category: 'File',
  keywords: ['empty canvas', 'blank'],
  // Browsers keep Ctrl+N for themselves; the desktop shell has it.
  shortcut: ['alt+n', 'mod+n'],
  icon: IconFilePlus,
  run: () => leaveDocument(session.create),
};
