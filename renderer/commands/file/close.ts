import { IconHome } from '@tabler/icons-react';
import { leaveDocument } from '../../files/current.ts';
import { closeDialog, viewStore } from '../../state/view.ts';
import type { Command } from '../command.ts';

export const close: Command = {
  id: 'file.close',
  title: 'Close: samples and recent files',
  category: 'File',
  keywords: ['welcome', 'home', 'start', 'gallery', 'sample', 'recent'],
  icon: IconHome,
  when: ({ open }) => open,
  run: () =>
    leaveDocument(() => {
      closeDialog();
      viewStore.setState({ welcome: true });
    }),
};
