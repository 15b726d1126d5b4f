import type { Icon } from '../entry.ts';

/** Tabler's outline `memory` (MIT). */
export const icon: Icon = {
  path: 'M12 11v2M16 11v2M3 7h18a1 1 0 0 1 1 1v1a1 1 0 0 1 -1 1a1 1 0 0 0 -1 1v1a1 1 0 0 0 1 1a1 1 0 0 1 1 1v2a1 1 0 0 1 -1 1h-18a1 1 0 0 1 -1 -1v-2a1 1 0 0 1 1 -1a1 1 0 0 0 1 -1v-1a1 1 0 0 0 -1 -1a1 1 0 0 1 -1 -1v-1a1 1 0 0 1 1 -1M8 11v2M4 17v2M7 17v2M10 17v2M20 17v2M17 17v2M13 17v2',
  size: 24,
  paint: 'stroke',
  source: 'Tabler Icons (MIT): memory',
};
