import { byteSize, type DiscoveryComponent, version } from '#model';

export const DEFAULT_VERSION = '1.21';
export const DEFAULT_STORAGE = '1Gi';

export const fields = {
  version: version({ description: 'Consul release.', default: DEFAULT_VERSION }).optional(),
  storage: byteSize({
    title: 'Storage',
    description: 'Size of the volume that keeps the registry over restarts.',
    examples: ['1Gi'],
    section: 'Engine',
    default: DEFAULT_STORAGE,
  }).optional(),
};

/** A registry that Consul runs. */
export type ConsulComponent = DiscoveryComponent & { version?: string; storage?: string };
