import { procedures } from '../builder.ts';
import type { Host } from '../context.ts';
import { writeAtomically } from '../disk/atomic-write.ts';
import { HostFailure, inWords } from '../disk/failure.ts';
import { ifExists } from '../disk/file-system.ts';
import { absolute } from '../files/locate.ts';
import { documentOf } from '../generate/pipeline.ts';
import { exportContent } from './content.ts';

/** Implements `export.*`. */
export function exportProcedures({ fs, home, queue }: Host) {
  return {
    write: procedures.export.write.handler(async ({ input: { text, format, theme, path, force } }) => {
      const target = absolute(path, home);
      const { document, catalog } = await documentOf(text);
      const content = await exportContent(document, catalog, format, { theme });
      await queue.run(target, () =>
        inWords('write', target, async () => {
          if (force !== true && (await ifExists(fs.stat(target))) !== undefined)
            throw new HostFailure('OUTSIDE', `There is a file ${target} already. Choose another name.`, {
              code: 'EEXIST',
              path: target,
            });
          await writeAtomically(fs, target, content);
        }),
      );
      return { path: target };
    }),
  };
}
