import { resolve } from 'node:path';
import { decodeDocument, nodeFileSystem, readDocument } from '#host';
import type { Parsed } from '#model';
import type { Terminal } from './terminal.ts';

/** A document as it was named on the command line. */
export interface Source {
  /** As the user named it. */
  file: string;
  text: string;
}

/**
 * Reads a document.
 *
 * @param file a path; `-` is standard input
 * @throws HostFailure where it cannot be read
 */
export async function readSource(terminal: Terminal, file: string): Promise<Source> {
  if (file === '-') return { file: '<stdin>', text: decodeDocument(await terminal.read(), '<stdin>') };
  const { text } = await readDocument(nodeFileSystem, resolve(terminal.cwd, file));
  return { file, text };
}

/** Parses a document with the engines of the catalogue; both are loaded only now. */
export async function parseSource({ text }: Source): Promise<Parsed> {
  const [{ parse }, { catalog }] = await Promise.all([import('#model'), import('#catalog')]);
  return parse(text, catalog.vocabulary);
}
