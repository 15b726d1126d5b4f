import type { PlanUnit } from '../plan/plan.ts';
import { boundedName } from '../text/names.ts';

/** Secret with all keys of the system; every container is given only those it needs. */
export const SECRET_NAME = 'secrets';

/** Longest StatefulSet name: its pods carry a label of the name, a hyphen and ten characters of a hash. */
const MAX_STATEFUL_SET = 52;

/** Name of the object that runs a unit's pods. */
export function workloadName(unit: PlanUnit): string {
  return unit.stateful ? boundedName(unit.name, MAX_STATEFUL_SET) : unit.name;
}

/** Name of the ConfigMap that holds a unit's configuration files. */
export function configMapName(unit: PlanUnit): string {
  return `${unit.name}-files`;
}

/** Key under which a configuration file stands in its ConfigMap. */
export function fileKey(mountPath: string): string {
  return mountPath.slice(mountPath.lastIndexOf('/') + 1);
}
