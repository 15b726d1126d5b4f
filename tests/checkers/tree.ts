import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from '#generators';
import { type ArchDocument, parse } from '#model';

const SAMPLE = fileURLToPath(new URL('../../samples/shop.arch.yaml', import.meta.url));

/** The shop of the samples. */
export function shopDocument(): ArchDocument {
  return parse(readFileSync(SAMPLE, 'utf8'), catalog.vocabulary).document;
}

/** Writes what is generated from the shop into a folder of its own; secrets are filled in with a fixed word. */
export function writeShop(layout: string): { folder: string; remove: () => void } {
  const document = shopDocument();
  const folder = mkdtempSync(join(tmpdir(), 'archwright-checkers-'));
  for (const { path, content, secrets } of generate(document, catalog, { layout }).files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, secrets === undefined ? content : content.replace(/=$/gm, '=word'));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
