import type { Plan } from '../plan/plan.ts';
import { systemMetadata } from './metadata.ts';
import type { V1Namespace } from './models.ts';

const LEVELS = ['enforce', 'audit', 'warn'];

/** Namespace of the system, which refuses pods that ask for more than `restricted` allows. */
export function namespace(plan: Plan): V1Namespace {
  const { name, labels } = systemMetadata(plan.system, plan);
  const security = Object.fromEntries(
    LEVELS.map((level) => [`pod-security.kubernetes.io/${level}`, 'restricted']),
  );
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...labels, ...security } } };
}
