import type { Plan } from '../plan/plan.ts';
import type { ClusterPlan, ClusterUnit } from './exposure.ts';
import { metadataOf, selectorOf, systemMetadata } from './metadata.ts';
import type {
  V1LabelSelector,
  V1NetworkPolicy,
  V1NetworkPolicyEgressRule,
  V1NetworkPolicyIngressRule,
  V1NetworkPolicyPeer,
} from './models.ts';

/** Address of NodeLocal DNSCache, which is no pod. */
const NODE_LOCAL_DNS = '169.254.20.10/32';
/** Networks that are not the internet (RFC 1918, RFC 3927, RFC 6598): calls outside do not reach the cluster by them. */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/** The client library calls the field `_from` and renames it when it sends it; in a manifest it is `from`. */
type IngressRule = Omit<V1NetworkPolicyIngressRule, '_from'> & { from?: V1NetworkPolicyPeer[] };

const API = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };

/** Denies everything, then allows exactly the edges of the plan: at the one end to go out, at the other to come in. */
export function networkPolicies(plan: ClusterPlan): V1NetworkPolicy[] {
  const incoming = portsBy(
    plan,
    ({ to }) => to,
    ({ from }) => from,
  );
  const outgoing = portsBy(
    plan,
    ({ from }) => from,
    ({ to }) => to,
  );
  const internet = new Map<string, Set<number>>();
  for (const { from, port } of plan.outside) internet.set(from, (internet.get(from) ?? new Set()).add(port));
  return [
    denyAll(plan),
    allowNames(plan),
    ...plan.units.map((unit) =>
      unitPolicy(unit, plan, incoming.get(unit.name), outgoing.get(unit.name), internet.get(unit.name)),
    ),
  ];
}

/** Peers of each unit by port. */
type Peers = Map<number, string[]>;

function portsBy(
  { edges }: Plan,
  unitOf: (edge: Plan['edges'][number]) => string,
  peerOf: (edge: Plan['edges'][number]) => string,
): Map<string, Peers> {
  const result = new Map<string, Peers>();
  for (const edge of edges) {
    const ports = result.get(unitOf(edge)) ?? new Map<number, string[]>();
    result.set(unitOf(edge), ports);
    const peers = ports.get(edge.port);
    if (peers === undefined) ports.set(edge.port, [peerOf(edge)]);
    else peers.push(peerOf(edge));
  }
  return result;
}

/**
 * All pods but the proxies of a Gateway: many implementations of the Gateway API run them beside it, in its own namespace,
 * with a label that the specification gives them (GEP-1762). Whom those talk to is the cluster's business.
 */
function everyPod({ units }: ClusterPlan): V1LabelSelector {
  if (!units.some(({ exposure }) => exposure?.by === 'gateway-api')) return {};
  return {
    matchExpressions: [{ key: 'gateway.networking.k8s.io/gateway-name', operator: 'DoesNotExist' }],
  };
}

function denyAll(plan: ClusterPlan): V1NetworkPolicy {
  return {
    ...API,
    metadata: systemMetadata('default-deny-all', plan),
    spec: { podSelector: everyPod(plan), policyTypes: ['Ingress', 'Egress'] },
  };
}

/** Names have to be looked up by everybody. */
function allowNames(plan: ClusterPlan): V1NetworkPolicy {
  const system = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } };
  const ports = ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 }));
  return {
    ...API,
    metadata: systemMetadata('default-allow-dns', plan),
    spec: {
      podSelector: everyPod(plan),
      policyTypes: ['Egress'],
      egress: [{ to: [system, { ipBlock: { cidr: NODE_LOCAL_DNS } }], ports }],
    },
  };
}

function unitPolicy(
  unit: ClusterUnit,
  plan: Plan,
  incoming: Peers = new Map(),
  outgoing: Peers = new Map(),
  internet: ReadonlySet<number> = new Set(),
): V1NetworkPolicy {
  const ingress: IngressRule[] = rules(incoming, plan).map(({ peers, ports }) => ({
    from: peers,
    ports,
  }));
  // Where the Ingress controller runs is the cluster's business.
  if (unit.exposure !== undefined && unit.exposure.by !== 'none')
    ingress.push({ ports: [{ protocol: 'TCP', port: unit.exposure.port }] });
  const egress: V1NetworkPolicyEgressRule[] = rules(outgoing, plan).map(({ peers, ports }) => ({
    to: peers,
    ports,
  }));
  if (internet.size > 0) egress.push(toInternet(internet));
  return {
    ...API,
    metadata: metadataOf(unit, plan),
    spec: {
      podSelector: { matchLabels: selectorOf(unit.name, plan.system) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: ingress.length === 0 ? undefined : ingress,
      egress: egress.length === 0 ? undefined : egress,
    },
  };
}

function rules(peersByPort: Peers, { system }: Plan) {
  return [...peersByPort]
    .sort(([a], [b]) => a - b)
    .map(([port, units]) => ({
      peers: units.map(
        (unit): V1NetworkPolicyPeer => ({ podSelector: { matchLabels: selectorOf(unit, system) } }),
      ),
      ports: [{ protocol: 'TCP', port }],
    }));
}

function toInternet(ports: ReadonlySet<number>): V1NetworkPolicyEgressRule {
  return {
    to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_NETWORKS } }],
    ports: [...ports].sort((a, b) => a - b).map((port) => ({ protocol: 'TCP', port })),
  };
}
