import { expect, test } from 'vitest';
import type { Command, CommandContext } from '../commands/command.ts';
import { menuCommands } from './menu-commands.ts';

test('commands become menu items: shown ones, with their first shortcut and their title of now', () => {
  const run = () => undefined;
  const commands: Command[] = [
    { id: 'file.save', title: 'Save', category: 'File', shortcut: ['mod+s', 'f12'], run },
    { id: 'edit.undo', title: ({ undoTitle }) => `Undo ${undoTitle ?? ''}`.trim(), category: 'Edit', run },
    { id: 'canvas.nudge', title: 'Nudge', category: 'Arrange', hidden: true, run },
  ];
  const context = { undoTitle: undefined } as CommandContext;
  expect(menuCommands(commands, context)).toEqual([
    { id: 'file.save', title: 'Save', category: 'File', shortcut: 'mod+s' },
    { id: 'edit.undo', title: 'Undo', category: 'Edit', shortcut: undefined },
  ]);
});
