import type { ArchDocument } from '#model';
import { deployment } from '../deployments.ts';
import { disruptionBudget } from '../disruption-budgets.ts';
import type { ClusterPlan, ClusterUnit } from '../exposure.ts';
import { imagesAt, KUSTOMIZATION, type Kustomization } from '../kustomization.ts';
import type { KubernetesObject } from '../objects.ts';

/** Tag until a pipeline sets others: `kustomize edit set image shop/orders=REGISTRY/shop/orders:TAG`. */
const FIRST_TAG = '1.0.0';
/** Replicas that outlive the loss of a node. */
const AVAILABLE = 2;

/** What production has beside the base: fixed images, and a second replica of whatever may have one. */
export interface ProdOverlay {
  kustomization: Kustomization;
  /** Guards of the replicas that production adds. */
  budgets: readonly KubernetesObject[];
  /** Parts of workloads that differ. */
  patches: readonly KubernetesObject[];
}

export const BUDGETS_FILE = 'disruption-budgets.yaml';
export const PATCHES_FILE = 'replicas.yaml';

export function prodOverlay(plan: ClusterPlan, document: ArchDocument): ProdOverlay {
  const doubled = plan.units.filter((unit) => isFree(unit, document)).map(available);
  const budgets = doubled.flatMap((unit) => disruptionBudget(unit, plan));
  const patches = doubled.flatMap((unit) => replicaPatches(unit, plan));
  return {
    budgets,
    patches,
    kustomization: {
      ...KUSTOMIZATION,
      namespace: plan.system,
      resources: ['../../base', ...(budgets.length === 0 ? [] : [BUDGETS_FILE])],
      labels: [{ pairs: { environment: 'prod' } }],
      images: imagesAt(FIRST_TAG, plan),
      patches: patches.length === 0 ? undefined : [{ path: PATCHES_FILE }],
    },
  };
}

/**
 * Whether production may run more replicas than the base: only what surely shares nothing between them, which are gateways
 * and generated services, and only where nobody has said how many there are to be.
 */
function isFree({ container, components, kind, stateful }: ClusterUnit, document: ArchDocument): boolean {
  const shared = stateful || container.schedule !== undefined;
  const generated = 'build' in container.image && container.image.build.context === 'services';
  const said = components.some((name) => {
    const component = document.components[name];
    return component !== undefined && 'scale' in component && component.scale !== undefined;
  });
  return !shared && !said && (kind === 'gateway' || generated);
}

function available(unit: ClusterUnit): ClusterUnit {
  const { replicas } = unit.container;
  const min = Math.max(AVAILABLE, replicas.min);
  return {
    ...unit,
    container: { ...unit.container, replicas: { ...replicas, min, max: Math.max(min, replicas.max) } },
  };
}

/** The parts of a unit's objects that depend on the number of its replicas. */
function replicaPatches(unit: ClusterUnit, plan: ClusterPlan): KubernetesObject[] {
  return deployment(unit, plan).map(({ apiVersion, kind, metadata, spec }) => ({
    apiVersion,
    kind,
    metadata: { name: metadata?.name },
    spec: {
      replicas: spec?.replicas,
      template: { spec: { topologySpreadConstraints: spec?.template.spec?.topologySpreadConstraints } },
    },
  }));
}
