import type { Plan, PlanUnit } from '../plan/plan.ts';
import { byText, freeName } from '../text/names.ts';

/** A unit whose image is built from source in the generated tree. */
export interface BuiltUnit {
  unit: PlanUnit;
  /** Its target in the Bake file: the unit's name, unless the file has another use for that. */
  target: string;
  context: string;
  dockerfile?: string;
}

/** What every target inherits. No DNS label, so that no unit can have the name. */
export const COMMON_TARGET = '_common';
/** Group that is built where no target is named. */
export const DEFAULT_GROUP = 'default';

/** Units that are built here, sorted by name. */
export function builtUnits({ units }: Plan): BuiltUnit[] {
  const taken = new Set([DEFAULT_GROUP]);
  return units
    .toSorted((a, b) => byText(a.name, b.name))
    .flatMap((unit) => {
      const { image } = unit.container;
      if (!('build' in image)) return [];
      const target = freeName(unit.name, taken);
      taken.add(target);
      return [{ unit, target, ...image.build }];
    });
}
