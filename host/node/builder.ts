import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
import type { CallContext } from './context.ts';
import { HostFailure, outside } from './disk/failure.ts';

/**
 * The contract, ready to be implemented. Failures in words (`HostFailure`) become the contract's errors, errors of the
 * system that nobody put into words likewise.
 */
export const procedures = implement(contract)
  .$context<CallContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      const failure = outside('use', pathOf(error), error);
      if (failure instanceof HostFailure) {
        throw new ORPCError(failure.code, { message: failure.message, data: failure.data });
      }
      throw error;
    }
  });

function pathOf(error: unknown): string {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? error.path
    : 'the file';
}
