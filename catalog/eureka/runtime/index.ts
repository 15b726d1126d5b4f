import { Discovery, type DiscoveryOptions } from '#runtime';
import { EurekaRegistry } from './registry.ts';

/** Registers services with a Eureka server and looks others up there. @param options `url`: ends in `/eureka` */
export function connectDiscovery({ url, ...options }: DiscoveryOptions & { url: string }): Discovery {
  return new Discovery(new EurekaRegistry(url), options);
}
