import { IconPlus } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { openQuickAdd } from '../actions/quick-add.ts';
import { freeSpot } from '../geometry/free-spot.ts';
import { CARD } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';
import { viewCentre } from '../view/viewport.ts';
import { onDesign } from './when.ts';

export const quickAdd: Command = {
  id: 'add.component',
  title: 'Add component...',
  category: 'Add',
  keywords: ['new', 'service', 'database', 'queue', 'cache', 'gateway'],
  shortcut: ['a'],
  scope: 'canvas',
  icon: IconPlus,
  when: onDesign,
  run() {
    const { x, y } = freeSpot(viewCentre(), canvasStore.getState().scene.index);
    openQuickAdd({ x: x + CARD.width / 2, y: y + CARD.height / 2 });
  },
};
