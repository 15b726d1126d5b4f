import type { Icon } from '../entry.ts';

/** Tabler's outline `calendar-time` (MIT). */
export const icon: Icon = {
  path: 'M11.795 21h-6.795a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v4M14 18a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M15 3v4M7 3v4M3 11h16M18 16.496v1.504l1 1',
  size: 24,
  paint: 'stroke',
  source: 'Tabler Icons (MIT): calendar-time',
};
