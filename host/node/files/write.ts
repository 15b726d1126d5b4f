import { writeAtomically } from '../disk/atomic-write.ts';
import { readDocument, readVersion, versionOf } from '../disk/document-file.ts';
import { HostFailure, inWords } from '../disk/failure.ts';
import type { FileSystem } from '../disk/file-system.ts';

export interface DocumentWrite {
  path: string;
  text: string;
  /** State that the file is thought to be in; `null`: not there; `undefined`: any. */
  expectedVersion?: string | null;
  /** Writes whatever state the file is in. */
  force?: boolean;
}

/**
 * Saves a document.
 *
 * @returns the state that the file is in now
 * @throws HostFailure `CHANGED_ON_DISK` where someone else wrote it in the meantime; `OUTSIDE` where the system refuses
 */
export async function writeDocument(
  fs: FileSystem,
  { path, text, expectedVersion, force }: DocumentWrite,
): Promise<string> {
  return inWords('save', path, async () => {
    const version = versionOf(text);
    if (!force && expectedVersion !== undefined) {
      const current = await readVersion(fs, path);
      // Someone else came to the very same text: nothing is lost by writing it once more.
      if (current !== expectedVersion && current !== version) throw await changed(fs, path, current);
    }
    await writeAtomically(fs, path, text);
    return version;
  });
}

async function changed(fs: FileSystem, path: string, version: string | null): Promise<HostFailure> {
  const what = version === null ? 'was deleted' : 'was changed by another program';
  const message = `${path} ${what} since it was opened. Compare the two, then overwrite it, or save under another name.`;
  const text =
    version === null
      ? ''
      : await readDocument(fs, path).then(
          (file) => file.text,
          () => '',
        );
  return new HostFailure('CHANGED_ON_DISK', message, { path, version, text });
}
