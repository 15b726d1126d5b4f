import { IconLayoutBottombar, IconLayoutSidebar, IconLayoutSidebarRight } from '@tabler/icons-react';
import { type Panel, togglePanel } from '../../state/view.ts';
import type { Command, CommandIcon } from '../command.ts';

const toggle = (panel: Panel, title: string, shortcut: string, icon: CommandIcon): Command => ({
  id: `view.toggle-${panel}`,
  title,
  category: 'View',
  keywords: ['show', 'hide', 'panel', 'collapse'],
  shortcut: [shortcut],
  scope: 'text',
  icon,
  when: ({ open, tab }) => open && tab === 'design',
  run: () => togglePanel(panel),
});

export const toggleLeft = toggle('left', 'Toggle palette and outline', 'mod+b', IconLayoutSidebar);
export const toggleRight = toggle('right', 'Toggle inspector', 'mod+alt+b', IconLayoutSidebarRight);
export const toggleBottom = toggle('bottom', 'Toggle problems and YAML', 'mod+j', IconLayoutBottombar);
