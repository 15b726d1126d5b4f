import { IconSitemap } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { autoLayout } from '../layout/auto-layout.ts';
import { withAny } from './when.ts';

export const layout: Command = {
  id: 'arrange.auto-layout',
  title: 'Auto-layout',
  category: 'Arrange',
  keywords: ['arrange', 'tidy', 'clean up', 'route'],
  shortcut: ['mod+shift+l'],
  icon: IconSitemap,
  when: withAny,
  run: () => autoLayout(),
};
