import { toYaml } from '#catalog';
import { ignoreFile } from '../docs/housekeeping.ts';
import { secretsFile } from '../secrets.ts';
import type { GeneratedFile, Target } from '../target.ts';
import { clusterPlan } from './exposure.ts';
import { kustomization } from './kustomization.ts';
import { type Family, familiesOf } from './objects.ts';
import { overlayFiles } from './overlays/index.ts';

const BASE = 'kubernetes/base';

export const kubernetes: Target = {
  id: 'kubernetes',
  title: 'Kubernetes',
  description:
    'Manifests for Kustomize: a base with workloads, services, policies and autoscaling, overlays for development and production.',
  emit: ({ plan, document }): GeneratedFile[] => {
    const cluster = clusterPlan(plan, document);
    const families = familiesOf(cluster);
    const base = kustomization(
      cluster,
      families.map(({ file }) => file),
    );
    return [
      ...families.map(familyFile),
      { path: `${BASE}/kustomization.yaml`, content: toYaml(base), owner: 'tool' },
      ...overlayFiles(cluster, document),
      ...secretsFile(plan),
      ignoreFile(),
    ];
  },
};

function familyFile({ file, objects }: Family): GeneratedFile {
  const content = objects.map((object) => toYaml(object)).join('---\n');
  return { path: `${BASE}/${file}`, content, owner: 'tool' };
}
