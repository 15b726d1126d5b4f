import { exportText } from '../exports.ts';
import type { GeneratedFile, GeneratorInput, Target } from '../target.ts';
import { exampleEnvironment, ignoreFile } from './housekeeping.ts';
import { readme } from './readme.ts';

export const docs: Target = {
  id: 'docs',
  title: 'Documentation',
  description: 'How to run, test and change what was generated.',
  emit: (input) => [
    { path: 'README.md', content: readme(input), owner: 'tool' },
    ...about(input),
    exampleEnvironment(input.plan),
    ignoreFile(),
  ],
};

/** The system in words and pictures: the same in every layout. */
function about({ document, catalog }: GeneratorInput): GeneratedFile[] {
  const files = {
    'docs/architecture.md': exportText(document, catalog, 'markdown'),
    'docs/architecture.svg': exportText(document, catalog, 'svg'),
    'docs/workspace.dsl': exportText(document, catalog, 'structurizr'),
  };
  return Object.entries(files).map(([path, content]) => ({ path, content, owner: 'tool' }));
}
