import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from '#generators';
import { type ArchDocument, parse } from '#model';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

/** A sample, best known by its system's name. */
export function sampleDocument(file: string): ArchDocument {
  return parse(readFileSync(join(SAMPLES, file), 'utf8'), catalog.vocabulary).document;
}

/** All samples, by the names of their systems. */
export function sampleDocuments(): Record<string, ArchDocument> {
  const files = readdirSync(SAMPLES).filter((file) => file.endsWith('.arch.yaml'));
  return Object.fromEntries(files.map(sampleDocument).map((document) => [document.name, document]));
}

/** Writes what is generated from the shop into a folder of its own. */
export function writeShop(layout: string): { folder: string; remove: () => void } {
  return writeTree(sampleDocument('shop.arch.yaml'), layout);
}

/** Writes what is generated from a document into a folder of its own; secrets are filled in with a fixed word. */
export function writeTree(document: ArchDocument, layout?: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'archwright-checkers-'));
  for (const { path, content, secrets } of generate(document, catalog, { layout }).files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, secrets === undefined ? content : content.replace(/=$/gm, '=word'));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
