export { Discovery, type DiscoveryOptions } from './discovery.ts';
export type { Presence } from './presence.ts';
export type { Changed, Follower, Registration, Registry } from './registry.ts';
export { askRegistry, expectDone } from './request.ts';
export type { Instance, Resolver, Spoken } from './resolver.ts';
