import { procedures } from '../builder.ts';
import type { Host } from '../context.ts';
import { HostFailure } from '../disk/failure.ts';

/** Implements `generate.*`. */
export function generateProcedures(_host: Host) {
  const absent = () => new HostFailure('OUTSIDE', 'Generation is being written.', { code: 'ENOSYS' });
  return {
    preview: procedures.generate.preview.handler(async () => {
      throw absent();
    }),
    write: procedures.generate.write.handler(async () => {
      throw absent();
    }),
  };
}
