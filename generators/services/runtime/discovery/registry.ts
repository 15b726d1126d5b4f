import type { Instance } from './resolver.ts';

/** A replica of a service, as a registry knows it. */
export interface Registration {
  readonly service: string;
  /** Tells the replicas of a service apart. */
  readonly id: string;
  readonly instance: Instance;
  /** Able to serve at the moment. */
  readonly healthy: boolean;
}

/** What a registry's own protocol does. Each method makes one request and throws where the registry does not answer. */
export interface Registry {
  /** Address of the registry, e.g. `http://registry:8500`. */
  readonly url: string;
  /** Milliseconds between two signs of life. */
  readonly renewMs: number;
  register(registration: Registration, signal: AbortSignal): Promise<void>;
  /** Gives a sign of life. @returns false where the registry wants to be told everything anew */
  renew(registration: Registration, signal: AbortSignal): Promise<boolean>;
  deregister(registration: Registration, signal: AbortSignal): Promise<void>;
  /** Ways to follow services; each is kept going by itself. */
  followers(services: readonly string[], changed: Changed): readonly Follower[];
}

/** Is told all replicas of a service that are well. */
export type Changed = (service: string, instances: readonly Instance[]) => void;

/** Looks once, or waits for a change. @returns milliseconds until the next look */
export type Follower = (signal: AbortSignal) => Promise<number>;
