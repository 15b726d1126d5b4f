import { type DiscoveryComponent, version } from '#model';

export const DEFAULT_VERSION = '5.0';

export const fields = {
  version: version({
    description: 'Release line of Spring Cloud Netflix, which the server is built from.',
    default: DEFAULT_VERSION,
  }).optional(),
};

/** A registry that Eureka runs. */
export type EurekaComponent = DiscoveryComponent & { version?: string };
