import { IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { togglePanel } from '../../state/view.ts';
import { withSelection } from './when.ts';

const FIELDS = 'input, select, textarea, button, [tabindex="0"]';

export const inspect: Command = {
  id: 'view.inspect',
  title: 'Open inspector',
  category: 'View',
  keywords: ['properties', 'edit'],
  shortcut: ['enter'],
  scope: 'canvas',
  icon: IconLayoutSidebarRightExpand,
  when: withSelection,
  run() {
    togglePanel('right', true);
    // The panel opens with the next frame; only then there is something to focus.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-inspector]')?.querySelector<HTMLElement>(FIELDS)?.focus(),
    );
  },
};
