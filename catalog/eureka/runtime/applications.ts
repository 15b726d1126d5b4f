import type { Instance } from '#runtime';

interface InstanceInfo {
  readonly instanceId: string;
  readonly app: string;
  readonly ipAddr: string;
  readonly status: string;
  readonly actionType?: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly port: { readonly $: number | string };
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Servers leave out lists that are empty, and may write one member without its list. */
type Many<T> = readonly T[] | T | undefined;

export interface ApplicationsAnswer {
  readonly applications: {
    /** How many replicas there are in each state, e.g. `DOWN_1_UP_4_`. */
    readonly apps__hashcode?: string;
    readonly application?: Many<{ readonly instance?: Many<InstanceInfo> }>;
  };
}

/** The registry as this client knows it: everything once, and then what changed. */
export class Applications {
  /** By application and id. */
  readonly #instances = new Map<string, InstanceInfo>();
  complete = false;

  replace(answer: ApplicationsAnswer): void {
    this.#instances.clear();
    for (const one of instancesIn(answer)) this.#instances.set(keyOf(one), one);
    this.complete = true;
  }

  /** Takes changes over. @returns whether the result is what the server has; else everything is to be fetched anew */
  apply(answer: ApplicationsAnswer): boolean {
    for (const one of instancesIn(answer)) {
      if (one.actionType === 'DELETED') this.#instances.delete(keyOf(one));
      else this.#instances.set(keyOf(one), one);
    }
    return this.#hashCode() === (answer.applications.apps__hashcode ?? '');
  }

  /** Replicas that are up. @param app name in capitals */
  instancesOf(app: string): Instance[] {
    return [...this.#instances.values()]
      .filter((one) => one.app === app && one.status === 'UP')
      .map(({ ipAddr, port, metadata }) => {
        const grpc = Number(metadata?.grpcPort);
        return { host: ipAddr, ports: { http: Number(port.$), ...(grpc > 0 ? { grpc } : {}) } };
      });
  }

  /** As Eureka's `Applications.getReconcileHashCode` makes it: states in alphabetical order. */
  #hashCode(): string {
    const counts = new Map<string, number>();
    for (const { status } of this.#instances.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
    return [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([status, count]) => `${status}_${count}_`)
      .join('');
  }
}

function instancesIn({ applications }: ApplicationsAnswer): InstanceInfo[] {
  return listOf(applications.application).flatMap(({ instance }) => listOf(instance));
}

function listOf<T>(many: Many<T>): readonly T[] {
  if (many === undefined) return [];
  return Array.isArray(many) ? (many as readonly T[]) : [many as T];
}

function keyOf({ app, instanceId }: InstanceInfo): string {
  return `${app} ${instanceId}`;
}
