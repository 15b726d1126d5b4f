import { Discovery, type DiscoveryOptions } from '#runtime';
import { ConsulRegistry } from './registry.ts';

/** Registers services with a Consul agent and looks others up there. @param options `url`: the agent's HTTP API */
export function connectDiscovery({ url, ...options }: DiscoveryOptions & { url: string }): Discovery {
  return new Discovery(new ConsulRegistry(url), options);
}
