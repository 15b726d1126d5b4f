import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import type { Plan } from '../plan/plan.ts';
import { planOf } from '../plan/plan-of.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import { clusterPlan } from './exposure.ts';
import { labelsOf } from './metadata.ts';
import type { V1NetworkPolicy, V1NetworkPolicyPeer } from './models.ts';
import { networkPolicies } from './network-policies.ts';

type Labels = Record<string, string>;
type Rule = { ports?: { port?: unknown; protocol?: string }[]; peers?: V1NetworkPolicyPeer[] };

const matches = (selector: { matchLabels?: Labels } | undefined, labels: Labels) =>
  Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);

/** What the API's documentation says of NetworkPolicy: rules add up; without any for a direction all is allowed. */
function allows(
  policies: readonly V1NetworkPolicy[],
  direction: 'Ingress' | 'Egress',
  own: Labels,
  peer: Labels,
  port: number,
) {
  const selecting = policies.filter(
    ({ spec }) => spec?.policyTypes?.includes(direction) && matches(spec.podSelector, own),
  );
  if (selecting.length === 0) return true;
  return selecting.some(({ spec }) => {
    const rules: Rule[] =
      direction === 'Ingress'
        ? ((spec?.ingress ?? []) as { from?: V1NetworkPolicyPeer[]; ports?: Rule['ports'] }[]).map(
            ({ from, ports }) => ({ ports, peers: from }),
          )
        : (spec?.egress ?? []).map(({ to, ports }) => ({ ports, peers: to }));
    return rules.some(({ ports, peers }) => {
      const portMatches =
        ports === undefined || ports.some((one) => one.port === port && one.protocol === 'TCP');
      const peerMatches =
        peers === undefined ||
        peers.some(
          ({ podSelector, namespaceSelector, ipBlock }) =>
            !ipBlock && !namespaceSelector && matches(podSelector, peer),
        );
      return portMatches && peerMatches;
    });
  });
}

/** `from -> to:port` for every pair of units and every port that somebody listens on, if both ends allow it. */
function reachable(plan: Plan): string[] {
  const policies = networkPolicies(plan);
  const ends = plan.units.map((unit) => ({ ...unit, labels: labelsOf(unit, plan) }));
  return ends.flatMap((from) =>
    ends.flatMap((to) =>
      to.container.ports
        .map(({ port }) => port)
        .filter(
          (port) =>
            from !== to &&
            allows(policies, 'Egress', from.labels, to.labels, port) &&
            allows(policies, 'Ingress', to.labels, from.labels, port),
        )
        .map((port) => `${from.name} -> ${to.name}:${port}`),
    ),
  );
}

describe('network policies', () => {
  it('let pass exactly what is drawn', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plan = planOf(document, 'microservices', catalog);
        const drawn = plan.edges.map(({ from, to, port }) => `${from} -> ${to}:${port}`);
        expect(reachable(plan).sort()).toEqual(drawn.sort());
      }),
      { numRuns: 100 },
    );
  });

  it('let whatever is exposed be reached from anywhere, and nothing else', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plan = clusterPlan(planOf(document, 'microservices', catalog), document);
        const policies = networkPolicies(plan);
        for (const unit of plan.units) {
          for (const { port } of unit.container.ports) {
            const open = allows(policies, 'Ingress', labelsOf(unit, plan), { stranger: 'yes' }, port);
            const { exposure } = unit;
            expect(open).toBe(exposure !== undefined && exposure.by !== 'none' && exposure.port === port);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('let a pod that belongs to no unit talk to nobody', () => {
    const plan = planOf(documentFrom(SMALL_SHOP), 'microservices', catalog);
    const policies = networkPolicies(plan);
    const stranger = { 'app.kubernetes.io/name': 'stranger' };
    for (const unit of plan.units) {
      const labels = labelsOf(unit, plan);
      for (const { port } of unit.container.ports) {
        expect(allows(policies, 'Egress', stranger, labels, port)).toBe(false);
        expect(allows(policies, 'Ingress', stranger, labels, port)).toBe(false);
      }
    }
  });

  it('let out to the internet only who calls somebody there, and on no other port', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const plan = planOf(document, 'microservices', catalog);
        const policies = networkPolicies(plan);
        for (const { name } of plan.units) {
          const egress = policies.find(({ metadata }) => metadata?.name === name)?.spec?.egress ?? [];
          const ports = egress
            .filter(({ to }) => to?.some(({ ipBlock }) => ipBlock))
            .flatMap((rule) => (rule.ports ?? []).map(({ port }) => port));
          const called = plan.outside.filter(({ from }) => from === name).map(({ port }) => port);
          expect(new Set(ports)).toEqual(new Set(called));
        }
      }),
      { numRuns: 100 },
    );
  });
});
