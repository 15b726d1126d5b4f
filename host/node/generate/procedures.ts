import { procedures } from '../builder.ts';
import type { Host } from '../context.ts';
import { absolute } from '../files/locate.ts';
import { treeOf } from './pipeline.ts';
import { previewTree } from './preview.ts';
import { writeTree } from './write.ts';

/** Implements `generate.*`. */
export function generateProcedures({ fs, home, queue }: Host) {
  return {
    preview: procedures.generate.preview.handler(async ({ input }) => {
      const { tree, warnings } = await treeOf(input);
      const out = input.out === undefined ? undefined : absolute(input.out, home);
      const files = await queue.run(out ?? '', () => previewTree(fs, out, tree));
      return { layout: tree.layout, files, warnings };
    }),
    write: procedures.generate.write.handler(async ({ input }) => {
      const { tree } = await treeOf(input);
      const out = absolute(input.out, home);
      return queue.run(out, () => writeTree(fs, out, tree));
    }),
  };
}
