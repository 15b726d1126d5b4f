import type { Instance, Spoken } from './resolver.ts';

/** How long a replica that did not answer is left out, unless the registry names it anew. */
const REJECTED_MS = 10_000;

/** The replicas of one service, handed out in turn. */
export class Instances {
  #all: readonly Instance[] = [];
  #next = 0;
  readonly #rejected = new Map<string, number>();
  readonly #now: () => number;

  /** @param now milliseconds on a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes over what the registry says. What was left out stays so: the registry may not have noticed yet. */
  replace(instances: readonly Instance[]): void {
    this.#all = instances;
    const present = new Set(instances.map(keyOf));
    for (const key of this.#rejected.keys()) if (!present.has(key)) this.#rejected.delete(key);
  }

  /** The next replica that speaks so and was not left out. */
  next(spoken: Spoken): Instance | undefined {
    const now = this.#now();
    const able = this.#all.filter(
      (one) => one.ports[spoken] !== undefined && (this.#rejected.get(keyOf(one)) ?? 0) <= now,
    );
    const chosen = able[this.#next % able.length];
    this.#next = (this.#next + 1) % Number.MAX_SAFE_INTEGER;
    return chosen;
  }

  /** Leaves a replica out for a while. */
  reject(instance: Instance): void {
    this.#rejected.set(keyOf(instance), this.#now() + REJECTED_MS);
  }
}

function keyOf({ host, ports }: Instance): string {
  return `${host} ${ports.http} ${ports.grpc}`;
}
