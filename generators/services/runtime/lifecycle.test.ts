import { describe, expect, it } from 'vitest';
import { startAll, stopAll } from './lifecycle.ts';
import { createLog } from './log.ts';
import type { Resource } from './ports/resource.ts';

const log = createLog('test', 'silent');

function resource(name: string, events: string[], failures = 0): Resource {
  let left = failures;
  return {
    name,
    start: async () => {
      events.push(`start ${name}`);
      if (left-- > 0) throw new Error('not there');
    },
    stop: async () => {
      events.push(`stop ${name}`);
      if (name === 'broken') throw new Error('stuck');
    },
    check: async () => {},
  };
}

describe('resources', () => {
  it('are opened in order; one that is not there yet is waited for', async () => {
    const events: string[] = [];
    await startAll([resource('a', events, 1), resource('b', events)], log, new AbortController().signal);
    expect(events).toEqual(['start a', 'start a', 'start b']);
  });

  it('are not waited for when the unit is to stop', async () => {
    const abort = new AbortController();
    const never = {
      ...resource('a', []),
      start: async () => abort.abort() ?? Promise.reject(new Error('no')),
    };
    await expect(startAll([never], log, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('are closed the other way round, also when one of them fails', async () => {
    const events: string[] = [];
    await stopAll([resource('a', events), resource('broken', events), resource('c', events)], log);
    expect(events).toEqual(['stop c', 'stop broken', 'stop a']);
  });
});
