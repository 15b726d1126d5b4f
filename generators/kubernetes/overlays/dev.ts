import { toYaml } from '#catalog';
import { boundedName } from '../../text/names.ts';
import { parseSize } from '../../text/quantities.ts';
import { isAutoscaled } from '../autoscalers.ts';
import type { ClusterPlan, ClusterUnit } from '../exposure.ts';
import { gatewayApiObjects } from '../gateways.ts';
import { ingressObject } from '../ingresses.ts';
import { KUSTOMIZATION, type Kustomization, type Patch } from '../kustomization.ts';

/** What a container is promised on a machine that runs the whole system beside an editor and a browser. */
const DEV_CPU = '10m';
const DEV_MEMORY = '64Mi';

/** For the cluster on one's own machine: one replica of all that keeps no data, next to no reservations, any host name. */
export function devOverlay(plan: ClusterPlan): Kustomization {
  const { units } = plan;
  const has = (test: (unit: ClusterUnit) => boolean) => units.some(test);
  const patches: Patch[] = [
    ...(has(isAutoscaled) ? [removal('autoscaling/v2', 'HorizontalPodAutoscaler')] : []),
    ...(has(({ container }) => container.replicas.min > 1)
      ? [removal('policy/v1', 'PodDisruptionBudget')]
      : []),
    ...(has(isDeployed) ? [operations('Deployment', { op: 'add', path: '/spec/replicas', value: 1 })] : []),
    ...(has(({ container }) => container.schedule === undefined)
      ? [operations('Deployment|StatefulSet', smallRequests(units))]
      : []),
    ...units.flatMap((unit) => openPatches(unit, plan)),
  ];
  return {
    ...KUSTOMIZATION,
    namespace: boundedName(`${plan.system}-dev`),
    resources: ['../../base'],
    labels: [{ pairs: { environment: 'dev' } }],
    patches: patches.length === 0 ? undefined : patches,
  };
}

function isDeployed({ stateful, container }: ClusterUnit): boolean {
  return !stateful && container.schedule === undefined;
}

interface Operation {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: unknown;
}

/** JSON Patch of every object that is picked. */
function operations(kind: string, ...list: Operation[]): Patch {
  return { target: { kind }, patch: toYaml(list) };
}

/** Takes all objects of a kind out; the name is there because every object needs one. */
function removal(apiVersion: string, kind: string): Patch {
  return {
    target: { kind },
    patch: toYaml({ $patch: 'delete', apiVersion, kind, metadata: { name: 'every' } }),
  };
}

/** No more is requested than any container may have at most. */
function smallRequests(units: readonly ClusterUnit[]): Operation {
  const memory = units.reduce((least, { container: { resources } }) => {
    return parseSize(resources.memory) < parseSize(least) ? resources.memory : least;
  }, DEV_MEMORY);
  return {
    op: 'replace',
    path: '/spec/template/spec/containers/0/resources/requests',
    value: { cpu: DEV_CPU, memory },
  };
}

/** Takes the host name and the certificate away, which a machine of one's own has not. */
function openPatches(unit: ClusterUnit, plan: ClusterPlan): Patch[] {
  const { exposure } = unit;
  if (exposure === undefined || exposure.by === 'none') return [];
  if (exposure.host === undefined && exposure.tlsSecret === undefined) return [];
  const open = { ...exposure, host: undefined, tlsSecret: undefined };
  if (exposure.by === 'ingress') {
    const { rules } = ingressObject(unit, plan, open).spec ?? {};
    return [
      named('Ingress', unit.name, [
        ...(exposure.tlsSecret === undefined ? [] : [{ op: 'remove' as const, path: '/spec/tls' }]),
        { op: 'replace', path: '/spec/rules', value: rules },
      ]),
    ];
  }
  const redirect = `${unit.name}.redirect`;
  return [
    ...gatewayApiObjects(unit, plan, open).map(({ kind, spec }) =>
      named(kind, unit.name, [{ op: 'replace', path: '/spec', value: spec }]),
    ),
    ...(exposure.tlsSecret === undefined ? [] : [without('HTTPRoute', redirect)]),
  ];
}

function named(kind: string, name: string, list: Operation[]): Patch {
  return { target: { kind, name }, patch: toYaml(list) };
}

function without(kind: string, name: string): Patch {
  const apiVersion = 'gateway.networking.k8s.io/v1';
  return {
    target: { kind, name: name.replaceAll('.', '\\.') },
    patch: toYaml({ $patch: 'delete', apiVersion, kind, metadata: { name } }),
  };
}
