import { strToU8, zip } from 'fflate';
import type { PlannedFileState } from '#host/contract';

/** Entries get one fixed date, so that the same files give the same bytes. */
const DATE = new Date('2020-01-01T00:00:00Z');

/** The generated files as an archive; what is no longer generated is not in it. */
export function zipOf(files: readonly PlannedFileState[]): Promise<Uint8Array<ArrayBuffer>> {
  const entries = Object.fromEntries(
    files
      .filter(({ action }) => action !== 'remove' && action !== 'orphan')
      .map(({ path, content }) => [path, strToU8(content)]),
  );
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, mtime: DATE }, (error, data) => (error ? reject(error) : resolve(data)));
  });
}
