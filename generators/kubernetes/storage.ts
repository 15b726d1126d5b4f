import type { PlanUnit } from '../plan/plan.ts';
import { boundedName } from '../text/names.ts';
import { fileGroups } from './file-groups.ts';
import type { V1PersistentVolumeClaim, V1Volume, V1VolumeMount } from './models.ts';
import { configMapName, fileKey } from './names.ts';

const FILES = 'files';

/** Volumes of a unit's pod, beside those that are claimed. */
export function volumesOf(unit: PlanUnit): V1Volume[] {
  const { scratch } = unit.container;
  const configuration = fileGroups(unit.container).map(
    (_, index): V1Volume => ({ name: filesName(index), configMap: { name: configMapName(unit, index) } }),
  );
  const writable = scratch.map(({ path, sizeMiB, memory }): V1Volume => {
    const emptyDir = { medium: memory ? 'Memory' : undefined, sizeLimit: `${sizeMiB}Mi` };
    return { name: scratchName(path), emptyDir };
  });
  return [...configuration, ...writable];
}

/** Where the container finds its data, its configuration and its scratch space. */
export function mountsOf({ container }: PlanUnit): V1VolumeMount[] {
  return [
    ...container.volumes.map(({ name, mountPath }) => ({ name, mountPath })),
    ...fileGroups(container).flatMap((files, index) =>
      files.map(({ mountPath }) => ({
        name: filesName(index),
        mountPath,
        subPath: fileKey(mountPath),
        readOnly: true,
      })),
    ),
    ...container.scratch.map(({ path }) => ({ name: scratchName(path), mountPath: path })),
  ];
}

/** Claims of a StatefulSet: each replica keeps its own volumes. */
export function claimsOf({ container }: PlanUnit): V1PersistentVolumeClaim[] {
  return container.volumes.map(({ name, size }) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } },
  }));
}

function filesName(index: number): string {
  return index === 0 ? FILES : `${FILES}-${index + 1}`;
}

function scratchName(path: string): string {
  return boundedName(`scratch${path.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`);
}
