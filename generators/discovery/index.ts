import { configurationFiles, unmountedFiles } from '../files.ts';
import type { PlanUnit } from '../plan/plan.ts';
import type { Target } from '../target.ts';

const registers = ({ kind }: PlanUnit) => kind === 'discovery';

export const discovery: Target = {
  id: 'discovery',
  title: 'Discovery',
  description:
    'Registries that services find each other by: configuration, or the source that one is built from.',
  emit: ({ plan }) => [...configurationFiles(plan, registers), ...unmountedFiles(plan, registers)],
};
