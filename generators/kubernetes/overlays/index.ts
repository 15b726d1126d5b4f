import { toYaml } from '#catalog';
import type { ArchDocument } from '#model';
import type { GeneratedFile } from '../../target.ts';
import type { ClusterPlan } from '../exposure.ts';
import type { KubernetesObject } from '../objects.ts';
import { devOverlay } from './dev.ts';
import { BUDGETS_FILE, PATCHES_FILE, prodOverlay } from './prod.ts';

const OVERLAYS = 'kubernetes/overlays';

const DEV_HEADER = [
  'For a cluster on your own machine, with images that were built there:',
  'kubectl apply -k kubernetes/overlays/dev',
];
const PROD_HEADER = [
  'For production. A pipeline names the images that it has pushed:',
  'kustomize edit set image SYSTEM/UNIT=REGISTRY/SYSTEM/UNIT@DIGEST',
];

/** What differs from the base on a machine of one's own, and in production. */
export function overlayFiles(plan: ClusterPlan, document: ArchDocument): GeneratedFile[] {
  const { kustomization, budgets, patches } = prodOverlay(plan, document);
  return [
    file('dev/kustomization.yaml', toYaml(devOverlay(plan), DEV_HEADER)),
    file('prod/kustomization.yaml', toYaml(kustomization, PROD_HEADER)),
    ...objectsFile(`prod/${BUDGETS_FILE}`, budgets),
    ...objectsFile(`prod/${PATCHES_FILE}`, patches),
  ];
}

function objectsFile(path: string, objects: readonly KubernetesObject[]): GeneratedFile[] {
  return objects.length === 0 ? [] : [file(path, objects.map((object) => toYaml(object)).join('---\n'))];
}

function file(path: string, content: string): GeneratedFile {
  return { path: `${OVERLAYS}/${path}`, content, owner: 'tool' };
}
