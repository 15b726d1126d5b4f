import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { procedures } from './builder.ts';
import type { Host } from './context.ts';

const EXTENSION = '.arch.yaml';
const head = z.object({
  name: z.string(),
  description: z.string().optional(),
  components: z.record(z.string(), z.unknown()).nullish(),
});

/** Implements `samples.*`. */
export function sampleProcedures({ fs, options }: Host) {
  return {
    list: procedures.samples.list.handler(async () => {
      const names = (await fs.readdir(options.samplesFolder)).filter((name) => name.endsWith(EXTENSION));
      const samples = await Promise.all(
        names.map(async (name) => {
          const text = await fs.readFile(join(options.samplesFolder, name), 'utf8');
          return { id: name.slice(0, -EXTENSION.length), text, ...headingOf(text) };
        }),
      );
      // Whoever opens a first sample is better served by a small one.
      return samples.toSorted(
        (a, b) => componentsOf(a.text) - componentsOf(b.text) || (a.id < b.id ? -1 : 1),
      );
    }),
  };
}

/** Components of a sample. */
function componentsOf(text: string): number {
  return Object.keys(head.parse(load(text)).components ?? {}).length;
}

/** A sample's own name and description; the samples are valid documents, which their tests see to. */
function headingOf(text: string) {
  const { name, description = '' } = head.parse(load(text));
  return { title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '), description };
}
