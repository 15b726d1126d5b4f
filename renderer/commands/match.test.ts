import { describe, expect, it } from 'vitest';
import type { Command, CommandContext } from './command.ts';
import { commandFor, searchCommands, titleOf } from './match.ts';

const context: CommandContext = {
  open: true,
  tab: 'design',
  dirty: false,
  path: null,
  canUndo: true,
  canRedo: false,
  undoTitle: 'rename',
  redoTitle: undefined,
  components: [],
  edges: [],
  componentCount: 3,
};
const command = (id: string, parts: Partial<Command> = {}): Command => ({
  id,
  title: id,
  category: 'Edit',
  run: () => undefined,
  ...parts,
});
const stroke = (key: string, ctrlKey = false) => ({
  key,
  ctrlKey,
  metaKey: false,
  shiftKey: false,
  altKey: false,
});

describe('commandFor', () => {
  const remove = command('delete', { shortcut: ['delete'], scope: 'canvas' });
  const save = command('save', { shortcut: ['mod+s'], scope: 'text' });
  const undo = command('undo', { shortcut: ['mod+z'], when: ({ canUndo }) => canUndo });
  const all = [remove, save, undo];

  it('leaves the keys of a text field alone, but for commands that work there', () => {
    expect(commandFor(all, stroke('Delete'), 'text', context, false)).toBeUndefined();
    expect(commandFor(all, stroke('z', true), 'text', context, false)).toBeUndefined();
    expect(commandFor(all, stroke('s', true), 'text', context, false)).toBe(save);
  });

  it('keeps canvas commands to the canvas', () => {
    expect(commandFor(all, stroke('Delete'), 'canvas', context, false)).toBe(remove);
    expect(commandFor(all, stroke('Delete'), 'other', context, false)).toBeUndefined();
    expect(commandFor(all, stroke('z', true), 'other', context, false)).toBe(undo);
  });

  it('passes over a command that does not apply', () => {
    expect(
      commandFor(all, stroke('z', true), 'canvas', { ...context, canUndo: false }, false),
    ).toBeUndefined();
  });
});

describe('searchCommands', () => {
  const all = [
    command('Align left', { category: 'Arrange' }),
    command('Save', { keywords: ['write', 'disk'] }),
    command('Select all'),
    command('Nudge', { hidden: true }),
    command('Redo', { when: ({ canRedo }) => canRedo }),
  ];
  const ids = (query: string) => searchCommands(all, query, context).map(({ id }) => id);

  it('lists what applies, in order, when nothing is typed', () => {
    expect(ids('')).toEqual(['Align left', 'Save', 'Select all']);
  });

  it('wants every word, and puts titles before keywords', () => {
    expect(ids('a')).toEqual(['Align left', 'Select all', 'Save']);
    expect(ids('disk')).toEqual(['Save']);
    expect(ids('arrange left')).toEqual(['Align left']);
    expect(ids('save nowhere')).toEqual([]);
  });

  it('takes titles from the context', () => {
    expect(titleOf(command('undo', { title: ({ undoTitle }) => `Undo ${undoTitle}` }), context)).toBe(
      'Undo rename',
    );
  });
});
