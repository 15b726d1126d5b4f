import type { Plan } from '../plan/plan.ts';
import { byText } from '../text/names.ts';
import { SECRET_NAME } from './names.ts';
import { builtImage } from './pod.ts';

/** What `kubectl apply -k` puts together. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  apiVersion: 'kustomize.config.k8s.io/v1beta1';
  kind: 'Kustomization';
  namespace?: string;
  resources: string[];
  labels?: { pairs: Record<string, string> }[];
  images?: { name: string; newTag: string }[];
  patches?: Patch[];
  secretGenerator?: { name: string; envs: string[] }[];
}

/** A change to objects: to those of the file, each to its own, or to all that the target picks. */
export type Patch =
  | { path: string }
  | {
      target: { kind: string; name?: string };
      /** YAML: a part of the objects, or a list of JSON Patch operations (RFC 6902). */
      patch: string;
    };

export const KUSTOMIZATION = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
} as const;

/** @param resources names of the files beside it */
export function kustomization(plan: Plan, resources: string[]): Kustomization {
  return {
    ...KUSTOMIZATION,
    namespace: plan.system,
    resources,
    images: imagesAt('latest', plan),
    // Its name carries a hash of its content, so that new secrets roll the pods.
    secretGenerator: plan.secrets.length === 0 ? undefined : [{ name: SECRET_NAME, envs: ['secrets.env'] }],
  };
}

/** All images that are built here, at one tag. */
export function imagesAt(newTag: string, plan: Plan): Kustomization['images'] {
  const names = plan.units.flatMap((unit) => builtImage(unit, plan) ?? []).sort(byText);
  return names.length === 0 ? undefined : names.map((name) => ({ name, newTag }));
}
