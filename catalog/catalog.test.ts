import { describe, expect, it } from 'vitest';
import { catalog, createCatalog } from './index.ts';

describe('catalogue', () => {
  it('finds an entry by kind and engine, and the default engine of a kind', () => {
    expect(catalog.find('database', 'postgres')?.title).toBe('PostgreSQL');
    expect(catalog.find('database')?.engine).toBe('postgres');
    expect(catalog.find('database', 'oracle')).toBeUndefined();
  });

  it('falls back on the default engine for a component whose engine it does not know', () => {
    expect(catalog.entryOf({ kind: 'queue', engine: 'carrier-pigeon' }).engine).toBe('rabbitmq');
  });

  it('refuses a component of a kind without entries', () => {
    expect(() => createCatalog([]).entryOf({ kind: 'cache' })).toThrow(RangeError);
  });

  it('lets services speak whatever some entry accepts', () => {
    const accepted = new Set(catalog.entries.flatMap(({ accepts }) => accepts));
    expect(catalog.vocabulary.protocolsOutOf('service', undefined)).toEqual([...accepted]);
    expect([...accepted].slice(0, 3)).toEqual(['rest', 'grpc', 'sql']);
  });

  it('knows no engine, no field and no protocol of what it does not hold', () => {
    const { vocabulary } = createCatalog([]);
    expect(vocabulary.enginesOf('database')).toEqual([]);
    expect(vocabulary.fieldsOf('database', 'postgres')).toEqual({});
    expect(vocabulary.protocolsInto('database', 'postgres')).toEqual([]);
    expect(vocabulary.protocolsOutOf('service', undefined)).toEqual([]);
    expect(vocabulary.verbsOf('database', 'postgres')).toBeUndefined();
  });
});
