import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Generates a sample into a fresh folder, as a person does: by the command line. @returns the folder */
export async function generateSample(sample: string, layout = 'microservices'): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'archwright-')), sample);
  const document = join(root, 'samples', `${sample}.arch.yaml`);
  await command(process.execPath, [
    join(root, 'cli/archwright.mjs'),
    'generate',
    document,
    '--layout',
    layout,
    '--out',
    folder,
  ]);
  return folder;
}
