import {
  IconArrowAutofitContent,
  IconFocusCentered,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { fitAll, fitComponents, zoomBy, zoomTo } from '../view/viewport.ts';
import { onDesign, withAny, withComponents } from './when.ts';

const STEP = 1.25;

export const zoomIn: Command = {
  id: 'view.zoom-in',
  title: 'Zoom in',
  category: 'View',
  shortcut: ['mod+=', 'mod++'],
  icon: IconZoomIn,
  when: onDesign,
  run: () => zoomBy(STEP),
};
export const zoomOut: Command = {
  id: 'view.zoom-out',
  title: 'Zoom out',
  category: 'View',
  shortcut: ['mod+-'],
  icon: IconZoomOut,
  when: onDesign,
  run: () => zoomBy(1 / STEP),
};
export const zoomReset: Command = {
  id: 'view.zoom-reset',
  title: 'Zoom to 100 %',
  category: 'View',
  shortcut: ['mod+0'],
  icon: IconZoomReset,
  when: onDesign,
  run: () => zoomTo(1),
};
export const zoomToFit: Command = {
  id: 'view.zoom-fit',
  title: 'Zoom to fit',
  category: 'View',
  keywords: ['everything', 'overview'],
  shortcut: ['1'],
  scope: 'canvas',
  icon: IconFocusCentered,
  when: withAny,
  run: () => fitAll(),
};
export const zoomToSelection: Command = {
  id: 'view.zoom-selection',
  title: 'Zoom to selection',
  category: 'View',
  shortcut: ['2'],
  scope: 'canvas',
  icon: IconArrowAutofitContent,
  when: withComponents,
  run: ({ components }) => fitComponents(components),
};
