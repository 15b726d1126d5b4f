import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import type { Command } from '../command.ts';

export const palette: Command = {
  id: 'help.palette',
  title: 'Find a command or component',
  category: 'Help',
  shortcut: ['mod+k', 'mod+shift+p'],
  scope: 'text',
  icon: IconSearch,
  hidden: true,
  run: () => spotlight.open(),
};
