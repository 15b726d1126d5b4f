import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Instances } from './instances.ts';
import { ownAddress } from './own-address.ts';
import type { Presence } from './presence.ts';
import type { Registration, Registry } from './registry.ts';
import type { Instance, Resolver, Spoken } from './resolver.ts';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** How often a unit that is still starting is asked whether it is ready. */
const STARTING_MS = 500;
/** Longest that leaving the registry may take: the unit stops anyway. */
const LEAVE_MS = 2_000;

export interface DiscoveryOptions {
  /** Services that this unit is. */
  readonly services: readonly string[];
  /** Services that it calls. */
  readonly lookUp: readonly string[];
  /** Where it answers. */
  readonly ports: Readonly<Partial<Record<Spoken, number>>>;
  /** Whether it can serve at the moment. */
  readonly health: { report(): Promise<{ readonly ready: boolean }> };
  readonly onError: (error: Error) => void;
}

/**
 * Keeps a unit's services registered and knows where those are that it calls. All of it happens in the background:
 * neither a registry that is away at the start nor one that goes away later stops the unit.
 */
export class Discovery implements Presence, Resolver {
  readonly #registry: Registry;
  readonly #options: DiscoveryOptions;
  readonly #known: ReadonlyMap<string, Instances>;
  readonly #present = new AbortController();
  readonly #following = new AbortController();
  readonly #registered = new Map<string, Registration>();
  #loops: Promise<unknown>[] = [];

  constructor(registry: Registry, options: DiscoveryOptions) {
    this.#registry = registry;
    this.#options = options;
    this.#known = new Map(options.lookUp.map((service) => [service, new Instances()]));
  }

  resolve(service: string, spoken: Spoken): Instance | undefined {
    return this.#known.get(service)?.next(spoken);
  }

  reject(service: string, instance: Instance): void {
    this.#known.get(service)?.reject(instance);
  }

  start(): void {
    const followers = this.#registry.followers([...this.#known.keys()], (service, instances) =>
      this.#known.get(service)?.replace(instances),
    );
    this.#loops = [
      ...followers.map((follower) => this.#repeat(follower, this.#following.signal)),
      ...this.#options.services.map((service) =>
        this.#repeat((signal) => this.#signOfLife(service, signal), this.#present.signal),
      ),
    ];
  }

  /** Leaves the registry, so that nobody new comes; goes on looking up for what is under way. */
  async withdraw(): Promise<void> {
    this.#present.abort();
    const leave = AbortSignal.timeout(LEAVE_MS);
    const left = [...this.#registered.values()].map((one) => this.#registry.deregister(one, leave));
    this.#registered.clear();
    for (const result of await Promise.allSettled(left))
      if (result.status === 'rejected') this.#options.onError(asError(result.reason));
  }

  async stop(): Promise<void> {
    this.#following.abort();
    await Promise.all(this.#loops);
  }

  async #signOfLife(service: string, signal: AbortSignal): Promise<number> {
    const { ready: healthy } = await this.#options.health.report();
    const known = this.#registered.get(service);
    const registration =
      known === undefined ? await this.#introduce(service, healthy) : { ...known, healthy };
    signal.throwIfAborted();
    if (known === undefined || !(await this.#registry.renew(registration, signal))) {
      // Remembered first: what is under way when the unit stops is taken back too.
      this.#registered.set(service, registration);
      await this.#registry.register(registration, signal);
    }
    return healthy ? this.#registry.renewMs : Math.min(STARTING_MS, this.#registry.renewMs);
  }

  async #introduce(service: string, healthy: boolean): Promise<Registration> {
    const { ports } = this.#options;
    const host = await ownAddress(this.#registry.url);
    return { service, id: `${service}-${hostname()}-${ports.http}`, instance: { host, ports }, healthy };
  }

  /** Repeats until the signal; after failures in longer and longer intervals, of which no two units have the same. */
  async #repeat(round: (signal: AbortSignal) => Promise<number>, signal: AbortSignal): Promise<void> {
    let delay = FIRST_DELAY_MS;
    while (!signal.aborted) {
      let pause: number;
      try {
        pause = await round(signal);
        delay = FIRST_DELAY_MS;
      } catch (error) {
        if (signal.aborted) return;
        this.#options.onError(asError(error));
        pause = delay + randomInt(delay);
        delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      }
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
