import { dump, loadAll } from 'js-yaml';

/** Kinds that an older server serves under an earlier version, with the same fields. */
const EARLIER: Readonly<Record<string, readonly [now: string, before: string]>> = {
  PodDisruptionBudget: ['policy/v1', 'policy/v1beta1'],
  HorizontalPodAutoscaler: ['autoscaling/v2', 'autoscaling/v2beta2'],
};

/**
 * Manifests in the words of a server that knows only earlier versions of some kinds.
 *
 * @param manifests YAML documents
 * @param served what `kubectl api-versions` lists
 */
export function inVersionsOf(manifests: string, served: readonly string[]): string {
  const objects = (loadAll(manifests) as { apiVersion: string; kind: string }[]).map((object) => {
    const [now, before] = EARLIER[object.kind] ?? [];
    const rename =
      before !== undefined && object.apiVersion === now && !served.includes(now) && served.includes(before);
    return rename ? { ...object, apiVersion: before } : object;
  });
  return objects.map((object) => `---\n${dump(object)}`).join('');
}
