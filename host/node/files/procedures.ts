import { dirname } from 'node:path';
import { procedures } from '../builder.ts';
import type { Host } from '../context.ts';
import { readDocument } from '../disk/document-file.ts';
import { HostFailure, inWords } from '../disk/failure.ts';
import { listFolder } from './list.ts';
import { absolute } from './locate.ts';
import { watchVersion } from './watch.ts';
import { writeDocument } from './write.ts';

/** Implements `files.*`. */
export function fileProcedures(host: Host) {
  const { fs, home, queue, recents, now, options } = host;
  const locate = (path: string) => absolute(path, home);
  /** To remember a file is a courtesy: where it fails, the file is open all the same. */
  const remember = (path: string) => recents.add(path, now()).catch(() => undefined);

  return {
    read: procedures.files.read.handler(async ({ input }) => {
      const file = await readDocument(fs, locate(input.path));
      await remember(file.path);
      return file;
    }),
    write: procedures.files.write.handler(async ({ input }) => {
      const path = locate(input.path);
      const version = await queue.run(path, () => writeDocument(fs, { ...input, path }));
      await remember(path);
      return { path, version };
    }),
    list: procedures.files.list.handler(async ({ input }) => {
      const path = locate(input.path ?? home);
      return inWords('list', path, () => listFolder(fs, path, input.documents ?? true));
    }),
    createFolder: procedures.files.createFolder.handler(async ({ input }) => {
      const path = locate(input.path);
      await inWords('create', path, () => fs.mkdir(path, { recursive: true }));
      return { path };
    }),
    pick: procedures.files.pick.handler(async ({ input }) => {
      if (!options.pick)
        throw new HostFailure('OUTSIDE', 'There are no native dialogs here. Type the path instead.', {
          code: 'ENOSYS',
        });
      const path = await options.pick(input.purpose, input.suggested);
      return path === null ? null : { path };
    }),
    watch: procedures.files.watch.handler(async function* ({ input, signal }) {
      const path = locate(input.path);
      await inWords('watch', path, () => fs.stat(dirname(path)));
      for await (const version of watchVersion(fs, path, signal ?? new AbortController().signal))
        yield { version };
    }),
  };
}
