import type { PlanUnit } from '../plan/plan.ts';
import { boundedName } from '../text/names.ts';

/** Secret with all keys of the system; every container is given only those it needs. */
export const SECRET_NAME = 'secrets';

/**
 * Longest name of a StatefulSet, whose pods carry a label of the name, a hyphen and ten characters of a hash, and of a
 * CronJob, whose jobs are called by the name, a hyphen and ten digits of the time.
 */
const MAX_OWNER = 52;

/** Name of the object that runs a unit's pods. */
export function workloadName(unit: PlanUnit): string {
  const short = unit.stateful || unit.container.schedule !== undefined;
  return short ? boundedName(unit.name, MAX_OWNER) : unit.name;
}

/** Name of the ConfigMap that holds a unit's configuration files. @param index which of several, from 0 */
export function configMapName(unit: PlanUnit, index = 0): string {
  return `${unit.name}-files${index === 0 ? '' : `-${index + 1}`}`;
}

/** Key under which a configuration file stands in its ConfigMap. */
export function fileKey(mountPath: string): string {
  return mountPath.slice(mountPath.lastIndexOf('/') + 1);
}
