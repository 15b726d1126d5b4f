import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deploymentsSource, entryFolders, registrySource } from './catalog/registry.ts';

/** Writes the catalogue's two lists from its folders: `npm run catalog`, after adding or removing one. */
const folder = new URL('../catalog/', import.meta.url);
const names = entryFolders(readdirSync(folder, { withFileTypes: true })).filter((name) =>
  existsSync(new URL(`${name}/index.ts`, folder)),
);
const deployed = names.filter((name) => existsSync(new URL(`${name}/deployment.ts`, folder)));
for (const [file, source] of [
  ['registry.ts', registrySource(names)],
  ['deployments.ts', deploymentsSource(deployed)],
] as const) {
  const target = new URL(file, folder);
  writeFileSync(target, source);
  console.error(`Wrote ${fileURLToPath(target)}.`);
}
