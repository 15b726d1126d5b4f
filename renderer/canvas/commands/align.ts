import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react';
import type { Command, CommandIcon } from '../../commands/command.ts';
import { align, distribute } from '../actions/move.ts';
import type { Alignment, Axis } from '../geometry/align.ts';
import { withSeveral } from './when.ts';

const aligning = (alignment: Alignment, title: string, key: string, icon: CommandIcon): Command => ({
  id: `arrange.align-${alignment}`,
  title,
  category: 'Arrange',
  shortcut: [`alt+${key}`],
  scope: 'canvas',
  icon,
  when: withSeveral(2),
  run: () => align(alignment),
});

const distributing = (axis: Axis, title: string, key: string, icon: CommandIcon): Command => ({
  id: `arrange.distribute-${axis}`,
  title,
  category: 'Arrange',
  keywords: ['space', 'even'],
  shortcut: [`alt+shift+${key}`],
  scope: 'canvas',
  icon,
  when: withSeveral(3),
  run: () => distribute(axis),
});

export const alignments: readonly Command[] = [
  aligning('left', 'Align left edges', 'a', IconLayoutAlignLeft),
  aligning('centre', 'Align centres', 'h', IconLayoutAlignCenter),
  aligning('right', 'Align right edges', 'd', IconLayoutAlignRight),
  aligning('top', 'Align top edges', 'w', IconLayoutAlignTop),
  aligning('middle', 'Align middles', 'v', IconLayoutAlignMiddle),
  aligning('bottom', 'Align bottom edges', 's', IconLayoutAlignBottom),
  distributing('horizontal', 'Distribute horizontally', 'h', IconLayoutDistributeVertical),
  distributing('vertical', 'Distribute vertically', 'v', IconLayoutDistributeHorizontal),
];
