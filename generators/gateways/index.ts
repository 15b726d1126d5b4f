import { configurationFiles, unmountedFiles } from '../files.ts';
import type { PlanUnit } from '../plan/plan.ts';
import type { Target } from '../target.ts';

const isGateway = ({ kind }: PlanUnit) => kind === 'gateway';

export const gateways: Target = {
  id: 'gateways',
  title: 'Gateways',
  description: 'Configuration of the gateways: routes, limits, logs; templates where a cloud runs them.',
  emit: ({ plan }) => [...configurationFiles(plan, isGateway), ...unmountedFiles(plan, isGateway)],
};
