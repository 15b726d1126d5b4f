import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#host/contract';
import { failureOf } from '../host/failure.ts';
import type { DiskConflict } from './session.ts';

/** What the system says where a path leads to nothing any more: no such file, or no such folder. */
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * What stands at a path now, to be compared with what is open.
 *
 * @returns without a version where there is no file any more
 * @throws the host's error, where there is a file that cannot be read
 */
export async function diskStateOf(
  path: string,
  files: Pick<ContractRouterClient<Contract>['files'], 'read'>,
): Promise<DiskConflict> {
  try {
    return await files.read({ path });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== 'OUTSIDE' || !GONE.has(failure.data.code)) throw error;
    return { path, version: null, text: '' };
  }
}
