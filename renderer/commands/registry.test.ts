import { describe, expect, it, vi } from 'vitest';

// The registry's commands reach for the page and for the host; here only what they say of themselves is looked at.
vi.mock('../host.ts', () => ({
  host: {},
  desktop: undefined,
  connection: { get: () => 'open', subscribe: () => () => undefined },
  watchFile: () => () => undefined,
}));

const { commands } = await import('./registry.ts');

describe('the registry', () => {
  it('holds every id once', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('gives no shortcut to two commands that answer in the same place', () => {
    const taken = commands.flatMap(({ shortcut = [], scope = 'window', id }) =>
      shortcut.map((keys) => `${keys} (${scope}) ${id}`),
    );
    const keys = taken.map((text) => text.split(' ')[0]);
    expect(taken.filter((text, index) => keys.indexOf(text.split(' ')[0]) !== index)).toEqual([]);
  });
});
