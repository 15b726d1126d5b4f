import { describe, expect, it } from 'vitest';
import type { PlannedFileState } from '#host/contract';
import { textAfter, viewsOf } from './views.ts';

const file = (state: Partial<PlannedFileState>): PlannedFileState => ({
  path: 'a.yaml',
  action: 'create',
  owner: 'tool',
  content: 'generated',
  current: null,
  ...state,
});
const labels = (state: Partial<PlannedFileState>) => viewsOf(file(state)).map(({ label }) => label);

describe('viewsOf', () => {
  it('shows the conflict first, then the three texts two by two', () => {
    const conflicts = [{ line: 1, base: ['a'], mine: ['b'], theirs: ['c'] }];
    const state = { action: 'conflict', base: 'old', current: 'mine', conflicts } as const;
    expect(labels(state)).toEqual(['Conflict', 'Yours and new', 'Your changes', 'New changes', 'Text']);
    expect(viewsOf(file(state))[2]).toMatchObject({ from: 'old', to: 'mine' });
    expect(viewsOf(file(state))[3]).toMatchObject({ from: 'old', to: 'generated' });
  });

  it('shows of a merge what it makes of the file', () => {
    const state = { action: 'merge', base: 'old', current: 'mine', result: 'both' } as const;
    expect(labels(state)).toEqual(['What changes', 'Your changes', 'New changes', 'Text']);
    expect(viewsOf(file(state))[0]).toMatchObject({ from: 'mine', to: 'both' });
  });

  it('leaves out what shows nothing', () => {
    expect(labels({})).toEqual(['Text']);
    expect(labels({ action: 'edited', base: 'generated', current: 'mine' })).toEqual([
      'Your changes',
      'Text',
    ]);
    expect(labels({ action: 'foreign', base: null, current: 'mine' })).toEqual(['Yours and new', 'Text']);
    expect(labels({ action: 'conflict', base: null, current: null })).toEqual(['Text']);
  });

  it.each([
    [{ action: 'create' }, 'generated'],
    [{ action: 'update', current: 'old' }, 'generated'],
    [{ action: 'merge', current: 'mine', result: 'both' }, 'both'],
    [{ action: 'conflict', current: 'mine' }, 'mine'],
    [{ action: 'keep', current: 'mine' }, 'mine'],
    [{ action: 'deleted' }, 'generated'],
    [{ action: 'remove', content: 'old', current: 'old' }, 'old'],
  ] as const)('%j leaves %s', (state, text) => {
    expect(textAfter(file(state))).toBe(text);
  });
});
