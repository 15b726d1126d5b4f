import type { PlannedFileState } from '../../contract/index.ts';
import { inWords } from '../disk/failure.ts';
import type { FileSystem } from '../disk/file-system.ts';
import type { Decision } from './decide.ts';
import { existingFolder } from './output-folder.ts';
import { maskSecrets } from './secrets.ts';
import { outcomeOf } from './summary.ts';
import { survey, type Tree } from './survey.ts';
import { recover } from './write.ts';

/** Stands for a secret that is drawn when the file is written; shown masked like any other. */
const DRAWN_LATER = 'drawn-when-written';

/**
 * What a write would do, file by file. A write that was killed is undone first, otherwise its traces would look like
 * somebody's edits; apart from that nothing is written.
 *
 * @param folder `undefined`: as if into an empty folder
 */
export async function previewTree(
  fs: FileSystem,
  folder: string | undefined,
  tree: Tree,
): Promise<PlannedFileState[]> {
  const out = folder === undefined ? undefined : await existingFolder(fs, folder);
  if (out === undefined) {
    return tree.files.map(({ path, content, owner }) => ({
      path,
      content,
      owner,
      current: null,
      action: 'create',
    }));
  }
  return inWords('read', out, async () => {
    await recover(fs, out);
    const { decisions } = await survey(fs, out, tree, () => DRAWN_LATER);
    return decisions.map(shown);
  });
}

function shown(decision: Decision): PlannedFileState {
  const { content, current, secret, result, base, conflicts } = decision;
  if (secret) {
    const masked = current === null ? null : maskSecrets(current);
    return { ...outcomeOf(decision), content: maskSecrets(content), current: masked };
  }
  return {
    ...outcomeOf(decision),
    content,
    current,
    ...(result === undefined || result === content ? {} : { result }),
    ...(base === undefined ? {} : { base }),
    ...(conflicts === undefined ? {} : { conflicts }),
  };
}
