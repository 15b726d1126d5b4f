import { describe, expect, it } from 'vitest';
import { findings } from '../testing/lint.ts';

const system = (cache: string, call: string) => `
  carts: { kind: service, operations: { keep: { input: { id: id }, calls: [${call}] } } }
  db: { kind: database, tables: { t: { key: id, columns: { id: id } } } }
  store: { kind: cache, ${cache} }`;

describe('data that are kept in a cache alone', () => {
  it.each(['redis', 'valkey'])('%s: are told unless they are kept in a file', (engine) => {
    const set = 'store.set cart by id';
    expect(findings(system(`engine: ${engine}`, set), engine)).toEqual([
      `${engine}-without-persistence: what services set in "store" is gone when it restarts`,
    ]);
    expect(findings(system(`engine: ${engine}, persistence: true`, set), engine)).toEqual([]);
  });

  it('are none where the cache only stands in front of a database', () => {
    const through = '{ cached: store, key: id, calls: [db.read t] }';
    expect(findings(system('engine: redis', through), 'redis')).toEqual([]);
    expect(findings(system('engine: memcached', through), 'memcached')).toEqual([]);
  });

  it('are told of memcached in any case, at the call', () => {
    expect(findings(system('engine: memcached', 'store.set cart by id'), 'memcached')).toEqual([
      'memcached-only-copy: carts.keep keeps data in "store" alone: store.set cart by id',
    ]);
  });
});
