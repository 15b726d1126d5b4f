import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Generates a sample into a fresh folder, as a person does: by the command line. @returns the folder */
export async function generateSample(sample: string, layout = 'microservices'): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'archwright-')), sample);
  await generate(join(root, 'samples', `${sample}.arch.yaml`), layout, folder);
  return folder;
}

/** Generates a document of a test's own in the same way. @returns the folder */
export async function generateDocument(
  document: { readonly name: string },
  layout = 'microservices',
): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'archwright-'));
  const path = join(parent, `${document.name}.arch.yaml`);
  // JSON is YAML, too.
  await writeFile(path, JSON.stringify(document));
  await generate(path, layout, join(parent, document.name));
  return join(parent, document.name);
}

async function generate(document: string, layout: string, folder: string): Promise<void> {
  const program = join(root, 'cli/archwright.mjs');
  await command(process.execPath, [program, 'generate', document, '--layout', layout, '--out', folder]);
}
