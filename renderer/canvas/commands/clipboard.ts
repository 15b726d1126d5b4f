import { IconClipboard, IconCopy, IconCopyPlus, IconCut } from '@tabler/icons-react';
import type { Command } from '../../commands/command.ts';
import { copyText, duplicate as duplicateSelected, paste as pasteText } from '../actions/clipboard.ts';
import { removeSelected } from '../actions/remove.ts';
import { announce } from '../state.ts';
import { onDesign, withComponents } from './when.ts';

// Their keys are the browser's: it fires `copy`, `cut` and `paste`, which the canvas listens to.

export const copy: Command = {
  id: 'edit.copy',
  title: 'Copy',
  category: 'Edit',
  shortcut: ['mod+c'],
  native: true,
  scope: 'canvas',
  icon: IconCopy,
  when: withComponents,
  async run() {
    await navigator.clipboard.writeText(copyText());
    announce('Copied');
  },
};

export const cut: Command = {
  id: 'edit.cut',
  title: 'Cut',
  category: 'Edit',
  shortcut: ['mod+x'],
  native: true,
  scope: 'canvas',
  icon: IconCut,
  when: withComponents,
  async run() {
    await navigator.clipboard.writeText(copyText());
    removeSelected();
  },
};

export const paste: Command = {
  id: 'edit.paste',
  title: 'Paste',
  category: 'Edit',
  shortcut: ['mod+v'],
  native: true,
  scope: 'canvas',
  icon: IconClipboard,
  when: onDesign,
  async run() {
    pasteText(await navigator.clipboard.readText());
  },
};

export const duplicate: Command = {
  id: 'edit.duplicate',
  title: 'Duplicate',
  category: 'Edit',
  keywords: ['copy', 'clone'],
  shortcut: ['mod+d'],
  icon: IconCopyPlus,
  when: withComponents,
  run: duplicateSelected,
};
