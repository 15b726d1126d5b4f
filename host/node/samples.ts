import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { procedures } from './builder.ts';
import type { Host } from './context.ts';

const EXTENSION = '.arch.yaml';
const head = z.object({ name: z.string(), description: z.string().optional() });

/** Implements `samples.*`. */
export function sampleProcedures({ fs, options }: Host) {
  return {
    list: procedures.samples.list.handler(async () => {
      const names = (await fs.readdir(options.samplesFolder))
        .filter((name) => name.endsWith(EXTENSION))
        .sort();
      return Promise.all(
        names.map(async (name) => {
          const text = await fs.readFile(join(options.samplesFolder, name), 'utf8');
          return { id: name.slice(0, -EXTENSION.length), text, ...headingOf(text) };
        }),
      );
    }),
  };
}

/** A sample's own name and description; the samples are valid documents, which their tests see to. */
function headingOf(text: string) {
  const { name, description = '' } = head.parse(load(text));
  return { title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '), description };
}
