import type { Plan } from '../plan/plan.ts';

/** Folder of the chart. */
export const CHART = 'helm';

/** Calls a named template of the chart; its names carry the chart's, since charts share them with their subcharts. */
export function include({ system }: Plan, name: string, argument = '$'): string {
  return `include "${system}.${name}" ${argument}`;
}
