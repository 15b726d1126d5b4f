import type { Plan } from '../plan/plan.ts';
import { byText } from '../text/names.ts';
import { SECRET_NAME } from './names.ts';
import { builtImage } from './pod.ts';

/** What `kubectl apply -k` puts together. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  apiVersion: 'kustomize.config.k8s.io/v1beta1';
  kind: 'Kustomization';
  namespace: string;
  resources: string[];
  images?: { name: string; newTag: string }[];
  secretGenerator?: { name: string; envs: string[] }[];
}

/** @param resources names of the files beside it */
export function kustomization(plan: Plan, resources: string[]): Kustomization {
  const images = plan.units.flatMap((unit) => builtImage(unit, plan) ?? []).sort(byText);
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: plan.system,
    resources,
    images: images.length === 0 ? undefined : images.map((name) => ({ name, newTag: 'latest' })),
    // Its name carries a hash of its content, so that new secrets roll the pods.
    secretGenerator: plan.secrets.length === 0 ? undefined : [{ name: SECRET_NAME, envs: ['secrets.env'] }],
  };
}
