import type { ArchDocument } from '#model';

/** What an entry may know of its surroundings. */
export interface PlanContext {
  /** Component's name: also its host name on the network. */
  name: string;
  /** Deployable that it runs in: its own, or one that it shares with other services. */
  unit: string;
  document: ArchDocument;
  /** Secret of this name, drawn once for the system; the same key gives the same secret. */
  secret(key: string, description: string): SecretValue;
  /** Host name and port at which another component answers, in this layout; `undefined` where nothing answers. */
  addressOf(component: string, protocol?: string): { host: string; port: number } | undefined;
  /** Environment by which it finds every component that it calls, publishes to or consumes from. */
  connections(): Readonly<Record<string, EnvValue>>;
  /** Name of the unit and host of one of its own further containers. */
  companion(suffix: string): string;
  /** Protocols in which others talk to it, as far as the document tells. */
  spokenTo(): readonly string[];
  /** What every generated service has beside what it is connected to: discovery, traces and logs. */
  ambient(): Ambient;
  /** Every unit that answers with metrics: what a monitoring engine scrapes. */
  metricsTargets(): readonly MetricsTarget[];
}

/** A unit whose replicas tell how they do. */
export interface MetricsTarget extends Metrics {
  unit: string;
  /** Host name that stands for every single replica: it resolves to all their addresses. */
  host: string;
}

/** Where a container tells how it does, in the Prometheus text format. */
export interface Metrics {
  port: number;
  path: string;
  /** What somebody should be told of, by those who know the metrics. */
  alerts?: readonly Alert[];
}

/** A condition that calls for a person. */
export interface Alert {
  /** In capitals and lower case, e.g. `QueueBacklog`. */
  name: string;
  /** PromQL: the condition; in the metrics' own terms. */
  expression: string;
  /** Seconds that the condition has to hold. */
  forSeconds: number;
  severity: 'critical' | 'warning';
  /** More labels, beside those of the expression. */
  labels?: Readonly<Record<string, string>>;
  /** One line; may hold `{{ $labels.NAME }}`. */
  summary: string;
  /** What to do about it. */
  runbook: string;
}

/** A connection that a container opens though none is drawn. */
export interface Reach {
  /** Component, or unit of a further container (see `PlanContext.companion`). */
  unit: string;
  port: number;
  protocol: string;
  /** It cannot start without. */
  startup: boolean;
}

/** What comes to every generated service by itself. */
export interface Ambient {
  environment: Readonly<Record<string, EnvValue>>;
  /** Where the services open connections to for that. */
  reaches: readonly Reach[];
}

export interface SecretValue {
  secret: string;
}

/**
 * Value of an environment variable: plain, a whole secret, or text with secrets in it
 * (`parts`, put together by the target: `$(NAME)` in Kubernetes, `${NAME}` in Compose).
 */
export type EnvValue = string | SecretValue | { parts: readonly (string | SecretValue)[] };

export interface PlannedPort {
  name: string;
  port: number;
  /** What is spoken: becomes `appProtocol`. */
  appProtocol: 'http' | 'grpc' | 'tcp' | 'postgresql' | 'mysql' | 'mongodb' | 'redis' | 'amqp';
}

export interface PlannedVolume {
  name: string;
  mountPath: string;
  /** Bytes as a quantity, e.g. `10Gi`. */
  size: string;
}

/** A configuration file, generated and mounted read-only. */
export interface PlannedFile {
  /** Path in the generated tree, e.g. `gateways/edge/nginx.conf`. */
  path: string;
  mountPath: string;
  content: string;
}

export type Probe =
  | { type: 'http'; path: string; port: number }
  | { type: 'tcp'; port: number }
  /** `command` runs inside the container. */
  | { type: 'exec'; command: readonly string[] };

/** When a container runs that ends by itself. */
export interface Schedule {
  /** Five cron fields. */
  cron: string;
  /** IANA name. */
  timeZone: string;
  /** What happens when it is due and the last run has not ended. */
  concurrency: 'forbid' | 'allow' | 'replace';
  /** Seconds that one run may take. */
  timeoutSeconds: number;
  /** Environment by which the program keeps the schedule itself, for targets that have no clock; absent where it cannot. */
  own?: Readonly<Record<string, string>>;
}

/** A container as every target needs it; neutral between Compose and Kubernetes. */
export interface PlannedContainer {
  image: { reference: string } | { build: { context: string; dockerfile?: string } };
  command?: readonly string[];
  args?: readonly string[];
  env: Readonly<Record<string, EnvValue>>;
  ports: readonly PlannedPort[];
  /** Persistent volumes: each makes the unit stateful. */
  volumes: readonly PlannedVolume[];
  files: readonly PlannedFile[];
  /** Files generated beside them that no container reads, such as tests of rules. */
  unmounted?: readonly Omit<PlannedFile, 'mountPath'>[];
  /** Writable folders on an otherwise read-only root, in memory or on scratch space. */
  scratch: readonly { path: string; sizeMiB: number; memory: boolean }[];
  user: { uid: number; gid: number };
  readOnlyRoot: boolean;
  /** Ready to serve: also the Compose health check. */
  readiness: Probe;
  liveness?: Probe;
  /** Seconds that a start may take, at most. */
  startupSeconds: number;
  /** Seconds between the request to stop and the kill. */
  stopSeconds: number;
  /**
   * Seconds to go on serving after the request to stop, until load balancers have noticed. The image must have
   * `sleep`. 0 or absent: stops at once.
   */
  drainSeconds?: number;
  /** Command that tells inside the container whether it is healthy: Compose's health check. */
  healthCommand: readonly string[];
  /** Seconds between two health checks: longer where the command is expensive. */
  healthSeconds?: number;
  resources: { cpu: string; memory: string };
  replicas: { min: number; max: number; cpuTarget: number };
  metrics?: Metrics;
  /** Connections that it opens beside the drawn ones. */
  reaches?: readonly Reach[];
  /** Addresses beyond the system that it sends to by itself: `name` says in a word what is there. */
  outside?: readonly { name: string; url: string }[];
  /** It runs by the clock and ends, instead of answering. */
  schedule?: Schedule;
  /** Port that people outside reach: published by Compose, behind the Ingress in Kubernetes (at `host`, or at any). */
  exposed?: { port: number; host?: string };
}
