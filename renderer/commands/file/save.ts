import { IconDeviceFloppy } from '@tabler/icons-react';
import { saveDocument } from '../../files/current.ts';
import type { Command } from '../command.ts';

export const save: Command = {
  id: 'file.save',
  title: 'Save',
  category: 'File',
  keywords: ['write', 'disk'],
  shortcut: ['mod+s'],
  scope: 'text',
  icon: IconDeviceFloppy,
  when: ({ open }) => open,
  run: ({ dirty, path }) => (dirty || path === null ? saveDocument() : undefined),
};
