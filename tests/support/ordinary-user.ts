import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** An administrator without the right to pass over permissions: what a file allows holds for it as for everyone. */
const BOUND = ['setpriv', '--bounding-set=-dac_override,-dac_read_search'];

/**
 * What to put before a command so that file permissions hold for it: nothing for an ordinary user, `setpriv` for the
 * administrator.
 *
 * @returns `undefined` where the administrator's rights cannot be given up
 */
export function bound(): readonly string[] | undefined {
  if (process.getuid?.() !== 0) return [];
  const [program = '', ...args] = BOUND;
  return spawnSync(program, [...args, 'true']).status === 0 ? BOUND : undefined;
}
