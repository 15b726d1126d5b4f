import type { ArchDocument } from '#model';
import { type BuiltUnit, builtUnits } from '../bake/images.ts';
import { workloadName } from '../kubernetes/names.ts';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { sourcesOf, WORKSPACE } from './sources.ts';

/** Everything that a pipeline of one unit depends on, whatever runs it. */
export interface UnitPipeline {
  /** Name of the unit: a DNS label. */
  unit: string;
  /** Its target in the Bake file. */
  target: string;
  /** What runs it in the cluster, e.g. `deployment/orders`. */
  workload: string;
  /** Glob patterns of all that its image is made from. */
  sources: readonly string[];
  /** Its code is generated: it can be compiled, linted and tested. */
  generated: boolean;
}

/** Pipelines of all units that are built here, sorted by name. */
export function unitPipelines(document: ArchDocument, plan: Plan): UnitPipeline[] {
  return builtUnits(plan).map((built) => ({
    unit: built.unit.name,
    target: built.target,
    workload: workloadOf(built.unit),
    sources: sourcesOf(built, document),
    generated: isGenerated(built),
  }));
}

/** Name of the pipeline for all that is not built here. No unit can have it: it is no DNS label. */
export const SYSTEM_PIPELINE = '_system';

function isGenerated({ context }: BuiltUnit): boolean {
  return context === WORKSPACE;
}

function workloadOf(unit: PlanUnit): string {
  const type =
    unit.container.schedule !== undefined ? 'cronjob' : unit.stateful ? 'statefulset' : 'deployment';
  return `${type}/${workloadName(unit)}`;
}
