import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { diskStateOf } from './disk-state.ts';

const path = '/work/shop.arch.yaml';
const failing = (code: string) => ({
  read: async () => {
    throw new ORPCError('OUTSIDE', { defined: true, message: 'It failed.', data: { code, path } });
  },
});

it('tells a file that is gone from one that cannot be read', async () => {
  expect(await diskStateOf(path, failing('ENOENT'))).toEqual({ path, version: null, text: '' });
  await expect(diskStateOf(path, failing('EACCES'))).rejects.toThrow('It failed.');
});
