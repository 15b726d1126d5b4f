import type { Target } from '../target.ts';
import { exampleEnvironment, ignoreFile } from './housekeeping.ts';
import { readme } from './readme.ts';

export const docs: Target = {
  id: 'docs',
  title: 'Documentation',
  description: 'How to run, test and change what was generated.',
  emit: (input) => [
    { path: 'README.md', content: readme(input), owner: 'tool' },
    exampleEnvironment(input.plan),
    ignoreFile(),
  ],
};
