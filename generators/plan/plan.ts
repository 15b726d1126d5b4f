import type { PlannedContainer } from '#catalog';
import type { Kind } from '#model';

/** What runs, and who may talk to whom: all that an emitter needs to know. A plan is data; emitters know their target and no engine. */
export interface Plan {
  /** System's name. */
  system: string;
  layout: string;
  /** In the order of the document. */
  units: readonly PlanUnit[];
  edges: readonly PlanEdge[];
  /** Calls that leave the system. */
  outside: readonly OutsideCall[];
  /** Random values, drawn once when the file is first written. Sorted by key. */
  secrets: readonly { key: string; description: string }[];
}

/** One deployable: a container image that runs in one or more replicas. */
export interface PlanUnit {
  name: string;
  kind: Kind;
  engine?: string;
  /** Components packed into it; one, and the same as another unit's, where an engine consists of several containers. */
  components: readonly string[];
  context?: string;
  container: PlannedContainer;
  /** Keeps data: StatefulSet in Kubernetes, named volume in Compose. */
  stateful: boolean;
  /** Host name that resolves to the addresses of all its replicas, for who wants to reach each: monitoring. */
  replicasHost?: string;
  /** Runs only where monitoring is wanted (Compose profile). */
  profile?: string;
}

/** `from` may open connections to `to` on `port`. */
export interface PlanEdge {
  from: string;
  to: string;
  port: number;
  protocol: string;
  /** `from` cannot start without `to` (Compose `depends_on`). */
  startup: boolean;
}

/** A unit calls an API that is somebody else's. */
export interface OutsideCall {
  from: string;
  /** Component that stands for the API, or a word for what is there. */
  to: string;
  port: number;
}
