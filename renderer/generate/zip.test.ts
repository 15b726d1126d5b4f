import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PlannedFileState } from '#host/contract';
import { zipOf } from './zip.ts';

const file = (
  path: string,
  content: string,
  action: PlannedFileState['action'] = 'create',
): PlannedFileState => ({ path, content, current: null, action, owner: 'tool' });

describe('zipOf', () => {
  it('holds every file that would be there, byte for byte', async () => {
    const entries = unzipSync(
      await zipOf([
        file('compose.yaml', 'name: shöp\n'),
        file('services/a.ts', ''),
        file('old.yaml', 'x', 'remove'),
        file('left.yaml', 'x', 'orphan'),
      ]),
    );
    expect(Object.keys(entries)).toEqual(['compose.yaml', 'services/a.ts']);
    expect(strFromU8(entries['compose.yaml'] ?? new Uint8Array())).toBe('name: shöp\n');
  });

  it('gives the same bytes for the same files', async () => {
    const files = [file('a', '1'), file('b', '2')];
    expect(await zipOf(files)).toEqual(await zipOf(files));
  });
});
