import type { GeneratedFile, Target } from '../target.ts';
import { loadTest } from './script.ts';
import { workloadsOf } from './workload.ts';

export const loadtest: Target = {
  id: 'loadtest',
  title: 'Load test',
  description: 'A k6 script for each client, from its workload.',
  emit: ({ document, plan }): GeneratedFile[] =>
    workloadsOf(document).map((workload) => ({
      path: `loadtest/${workload.client}.js`,
      content: loadTest(workload, plan),
      owner: 'tool',
    })),
};
