import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { entryFolders, registrySource } from './catalog/registry.ts';

/** Writes catalog/registry.ts from the folders of the catalogue: `npm run catalog`, after adding or removing one. */
const folder = new URL('../catalog/', import.meta.url);
const names = entryFolders(readdirSync(folder, { withFileTypes: true }));
const target = new URL('registry.ts', folder);
writeFileSync(target, registrySource(names));
console.error(`Wrote ${names.length} entries to ${fileURLToPath(target)}.`);
