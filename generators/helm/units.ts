import type { ClusterUnit } from '../kubernetes/exposure.ts';

/** What of a unit the chart's values can change. */
export interface Variables {
  /** Built here: its image follows the registry and tag that all such images share. */
  built: boolean;
  /** Runs by the clock. */
  scheduled: boolean;
  /** Replicas may be added at will: gateways and services. */
  scalable: boolean;
}

export function variablesOf({ container, kind, stateful }: ClusterUnit): Variables {
  const scheduled = container.schedule !== undefined;
  return {
    built: 'build' in container.image,
    scheduled,
    scalable: !stateful && !scheduled && (kind === 'gateway' || kind === 'service'),
  };
}

/** A unit with room for replicas, so that it has all that comes with them. */
export function raised(unit: ClusterUnit): ClusterUnit {
  const { replicas } = unit.container;
  const min = Math.max(2, replicas.min);
  const max = Math.max(min + 1, replicas.max);
  return { ...unit, container: { ...unit.container, replicas: { ...replicas, min, max } } };
}
