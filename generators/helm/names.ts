import type { Plan, PlanUnit } from '../plan/plan.ts';
import { block } from './marks.ts';

/** Folder of the chart. */
export const CHART = 'helm';

/** Calls a named template of the chart; its names carry the chart's, since charts share them with their subcharts. */
export function include({ system }: Plan, name: string, argument = '$'): string {
  return `include "${system}.${name}" ${argument}`;
}

/** Labels of an object of a unit, by the template that all share. */
export function labels(plan: Plan): string {
  return block(include(plan, 'labels', '$labels'));
}

/**
 * What a document needs of its unit, by short names, so that documents of all units read alike: `$unit`, its values, and
 * `$labels`, what its labels are made of.
 */
export function preamble({ name, kind }: PlanUnit, document: string): string {
  const values = `{{- $unit := index $.Values.units "${name}" }}\n`;
  const labelled = `{{- $labels := dict "unit" "${name}" "component" "${kind}" "root" $ }}\n`;
  return `${document.includes('$unit') ? values : ''}${document.includes('$labels') ? labelled : ''}`;
}
