import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { failureOf, HostUnreachable } from './failure.ts';

test('failures are told apart by code', () => {
  const changed = new ORPCError('CHANGED_ON_DISK', {
    defined: true,
    message: 'changed',
    data: { path: '/a', version: 'v', text: 't' },
  });
  expect(failureOf(changed)).toEqual({
    code: 'CHANGED_ON_DISK',
    message: 'changed',
    data: { path: '/a', version: 'v', text: 't' },
  });
  expect(failureOf(new HostUnreachable())).toMatchObject({
    code: 'UNREACHABLE',
    message: expect.stringContaining('your work is kept'),
  });
  expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR'))).toMatchObject({ code: 'UNEXPECTED' });
  expect(failureOf('text')).toEqual({ code: 'UNEXPECTED', message: 'Something unexpected went wrong: text' });
});
