import type { Plan, PlanUnit } from '../plan/plan.ts';
import { metadataOf } from './metadata.ts';
import type { V1ConfigMap } from './models.ts';
import { configMapName, fileKey } from './names.ts';

/** Configuration files that a unit mounts. */
export function configMap(unit: PlanUnit, plan: Plan): V1ConfigMap[] {
  const { files } = unit.container;
  if (files.length === 0) return [];
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadataOf(unit, plan, configMapName(unit)),
      data: Object.fromEntries(files.map(({ mountPath, content }) => [fileKey(mountPath), content])),
    },
  ];
}
