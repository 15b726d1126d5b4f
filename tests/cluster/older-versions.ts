import { dump, loadAll } from 'js-yaml';

interface Manifest {
  apiVersion: string;
  kind: string;
  spec?: Record<string, unknown>;
}

/** Kinds that an older server serves under an earlier version, and the fields of them that came later. */
const EARLIER: Readonly<Record<string, { now: string; before: string; later: readonly string[] }>> = {
  PodDisruptionBudget: { now: 'policy/v1', before: 'policy/v1beta1', later: [] },
  HorizontalPodAutoscaler: { now: 'autoscaling/v2', before: 'autoscaling/v2beta2', later: [] },
  CronJob: { now: 'batch/v1', before: 'batch/v1beta1', later: ['timeZone'] },
};

/**
 * Manifests in the words of a server that knows only earlier versions of some kinds.
 *
 * @param manifests YAML documents
 * @param served what `kubectl api-versions` lists
 */
export function inVersionsOf(manifests: string, served: readonly string[]): string {
  const objects = (loadAll(manifests) as (Manifest | null)[]).filter((object) => object !== null);
  return objects.map((object) => `---\n${dump(inVersionOf(object, served))}`).join('');
}

function inVersionOf(object: Manifest, served: readonly string[]): Manifest {
  const earlier = EARLIER[object.kind];
  if (earlier === undefined || object.apiVersion !== earlier.now) return object;
  // `batch/v1` is served long before it has CronJobs, so the earlier version decides.
  if (!served.includes(earlier.before)) return object;
  const spec = Object.entries(object.spec ?? {}).filter(([field]) => !earlier.later.includes(field));
  return { ...object, apiVersion: earlier.before, spec: Object.fromEntries(spec) };
}
