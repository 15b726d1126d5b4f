import type { Plan, PlanUnit } from '../plan/plan.ts';
import { fileGroups } from './file-groups.ts';
import { metadataOf } from './metadata.ts';
import type { V1ConfigMap } from './models.ts';
import { configMapName, fileKey } from './names.ts';

/** Configuration files that a unit mounts: one ConfigMap, or more where they are large. */
export function configMap(unit: PlanUnit, plan: Plan): V1ConfigMap[] {
  return fileGroups(unit.container).map((files, index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadataOf(unit, plan, configMapName(unit, index)),
    data: Object.fromEntries(files.map(({ mountPath, content }) => [fileKey(mountPath), content])),
  }));
}
