import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { searchEntries } from './search-entries.ts';

const titles = (query: string) =>
  searchEntries(catalog.entries, query).flatMap(({ entries }) => entries.map(({ title }) => title));

describe('searchEntries', () => {
  it('shows everything where nothing is typed, each kind once', () => {
    expect(titles('')).toHaveLength(catalog.entries.length);
    const kinds = searchEntries(catalog.entries, '').map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('finds engines by name, kind and other words', () => {
    expect(titles('postgres')).toEqual(['PostgreSQL']);
    expect(titles('SQL database')[0]).toBe('PostgreSQL');
    expect(titles('no such engine')).toEqual([]);
  });
});
