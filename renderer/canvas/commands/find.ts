import { IconSearch } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { canvasStore } from '../state.ts';
import { withAny } from './when.ts';

export const find: Command = {
  id: 'view.find-component',
  title: 'Find component...',
  category: 'View',
  keywords: ['search', 'go to', 'jump'],
  shortcut: ['mod+p'],
  scope: 'text',
  icon: IconSearch,
  when: withAny,
  run: () => canvasStore.setState({ popover: { type: 'find' } }),
};
