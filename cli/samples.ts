import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { UsageError } from './exit.ts';

const EXTENSION = '.arch.yaml';
export const SAMPLES_FOLDER = fileURLToPath(new URL('../samples/', import.meta.url));

/**
 * @param id name of a sample, e.g. `shop`
 * @returns its text
 * @throws UsageError that names the samples there are
 */
export async function readSample(id: string): Promise<string> {
  const ids = (await readdir(SAMPLES_FOLDER))
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length));
  if (!ids.includes(id))
    throw new UsageError(`There is no sample "${id}". There is: ${ids.sort().join(', ')}.`);
  return readFile(`${SAMPLES_FOLDER}${id}${EXTENSION}`, 'utf8');
}
