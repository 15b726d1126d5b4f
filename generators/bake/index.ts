import type { GeneratedFile, Target } from '../target.ts';
import { bakeFile } from './bake-file.ts';
import { builtUnits } from './images.ts';

export const bake: Target = {
  id: 'bake',
  title: 'Docker Bake',
  description: 'Builds all images in one go, with labels, platforms and caches.',
  emit: ({ document, plan }): GeneratedFile[] =>
    builtUnits(plan).length === 0
      ? []
      : [{ path: 'docker-bake.hcl', content: bakeFile(document, plan), owner: 'tool' }],
};
