import assert from 'node:assert/strict';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import { type CacheResource, ConflictError, NotFoundError, UnavailableError } from '#runtime';
import { eventually } from '../system/eventually.ts';
import type { LiveServer } from './server.ts';
import { Wire } from './wire.ts';

interface Entries {
  product: { name: string };
}

/** What every cache does, over the real server. */
export function cacheSuite(suite: {
  title: string;
  /** The server's program; the suite is skipped, aloud, where there is none. */
  program: string | undefined;
  start(program: string): Promise<LiveServer>;
  /** Of its addresses, e.g. `redis`. */
  scheme: string;
  connect(options: { name: string; url: string; onError: (error: Error) => void }): CacheResource;
}): void {
  describe.skipIf(suite.program === undefined)(suite.title, () => {
    let server: LiveServer;
    let wire: Wire;
    let resource: CacheResource;
    let troubles: string[];

    beforeAll(async () => {
      server = await suite.start(suite.program ?? '');
    });
    afterAll(() => server?.stop());

    beforeEach(async () => {
      troubles = [];
      wire = await new Wire(server.port).open();
      resource = suite.connect({
        name: 'carts',
        url: `${suite.scheme}://127.0.0.1:${wire.port}`,
        onError: ({ message }) => troubles.push(message),
      });
      await resource.start();
    });
    afterEach(async () => {
      await resource.stop();
      await wire.close();
    });

    test('keeps, gives and forgets entries', async () => {
      const cache = resource.cache<Entries>();
      await assert.rejects(cache.get('product', 'p-1'), NotFoundError);
      await cache.set('product', 'p-1', { name: "it's {{odd}}" });
      assert.deepEqual(await cache.get('product', 'p-1'), { name: "it's {{odd}}" });
      await cache.delete('product', 'p-1');
      await assert.rejects(cache.get('product', 'p-1'), NotFoundError);
    });

    test('asks once for what it does not have, until the entry expires', async () => {
      const cache = resource.cache<Entries>();
      let asked = 0;
      const load = async () => {
        asked += 1;
        return { name: `loaded ${asked}` };
      };
      const read = () => cache.through('product', 'p-2', { ttlMs: 500 }, load);
      assert.deepEqual([await read(), await read()], [{ name: 'loaded 1' }, { name: 'loaded 1' }]);
      await eventually('the entry expires', async () => assert.deepEqual(await read(), { name: 'loaded 2' }));
    });

    test('handles a message once; a second delivery at the same time is sent back', async () => {
      let release = () => {};
      const slow = resource.once('reader', 'message-1', () => new Promise((resolve) => (release = resolve)));
      await eventually('the first has begun', () =>
        assert.rejects(
          resource.once('reader', 'message-1', async () => {}),
          ConflictError,
        ),
      );
      release();
      assert.equal(await slow, 'done');
      assert.equal(await resource.once('reader', 'message-1', assert.fail), 'duplicate');
      await assert.rejects(
        resource.once('reader', 'message-2', () => Promise.reject(new Error('no'))),
        /no/,
      );
      assert.equal(await resource.once('reader', 'message-2', async () => {}), 'done');
    });

    test('is passed by while the connection is away, and used again when it is back', async () => {
      const cache = resource.cache<Entries>();
      const load = async () => ({ name: 'from the source' });
      wire.cut();
      await eventually('the break is noticed', () => assert.rejects(resource.check()));
      assert.deepEqual(await cache.through('product', 'p-3', {}, load), { name: 'from the source' });
      await assert.rejects(cache.get('product', 'p-3'), UnavailableError);
      assert(troubles.some((message) => message.startsWith('Passed by')));
      wire.mend();
      await eventually('the cache is back', () => resource.check());
      await cache.through('product', 'p-3', {}, load);
      assert.deepEqual(await cache.through('product', 'p-3', {}, assert.fail), { name: 'from the source' });
    });
  });
}
