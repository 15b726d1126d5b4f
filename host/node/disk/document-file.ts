import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { MAX_DOCUMENT_BYTES, type OpenedFile } from '../../contract/index.ts';
import { HostFailure, inWords } from './failure.ts';
import { type FileSystem, ifExists, isWritable } from './file-system.ts';

/** State of a file with this content. Of the content alone: a file that was only touched has not changed. */
export function versionOf(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

/**
 * Opens a document.
 *
 * @throws HostFailure `OUTSIDE` where the system refuses, `UNREADABLE` where the file is no text or too large. A file
 *   that is too large is not read.
 */
export async function readDocument(fs: FileSystem, path: string): Promise<OpenedFile> {
  return inWords('open', path, async () => {
    const content = await readBounded(fs, path);
    const text = decodeDocument(content, path);
    const readOnly = !((await isWritable(fs, path)) && (await isWritable(fs, dirname(path))));
    return { path, name: basename(path), text, version: versionOf(content), readOnly };
  });
}

/** @returns the state of a file, `null` where there is none; a file too large to open has a version all the same */
export async function readVersion(fs: FileSystem, path: string): Promise<string | null> {
  const stats = await ifExists(fs.stat(path));
  if (!stats?.isFile()) return null;
  if (stats.size > MAX_DOCUMENT_BYTES) return `large:${stats.size}:${stats.mtimeMs}`;
  const content = await ifExists(fs.readFile(path));
  return content === undefined ? null : versionOf(content);
}

/**
 * Reads bytes as a document's text.
 *
 * @param path named in the failure
 * @throws HostFailure `UNREADABLE` for binary content and for encodings other than UTF-8
 */
export function decodeDocument(content: Uint8Array, path: string): string {
  if (content.length > MAX_DOCUMENT_BYTES) throw tooLarge(path, content.length);
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw unreadable(path, 'is saved as UTF-16. Save it as UTF-8 in your editor and open it again.');
  }
  if (content.includes(0)) throw unreadable(path, 'is a binary file. Choose an .arch.yaml document.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw unreadable(path, 'is not UTF-8 text. Choose an .arch.yaml document, or save it as UTF-8.');
  }
}

async function readBounded(fs: FileSystem, path: string): Promise<Uint8Array> {
  // Before opening: to open a named pipe would wait for its writer.
  const stats = await fs.stat(path);
  if (stats.isDirectory()) throw unreadable(path, 'is a folder. Choose a file in it.');
  if (!stats.isFile())
    throw unreadable(path, 'is a device or pipe, not a file. Choose an .arch.yaml document.');
  if (stats.size > MAX_DOCUMENT_BYTES) throw tooLarge(path, stats.size);
  return fs.readFile(path);
}

function tooLarge(path: string, size: number) {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const limit = megabytes(MAX_DOCUMENT_BYTES);
  return unreadable(
    path,
    `is too large: ${megabytes(size)}, and at most ${limit} are opened. Split the system into several documents.`,
  );
}

function unreadable(path: string, reason: string) {
  return new HostFailure('UNREADABLE', `${path} ${reason}`, { path });
}
