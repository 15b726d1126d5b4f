import type { Icon } from '../entry.ts';

/** Tabler's outline `users` (MIT). */
export const icon: Icon = {
  path: 'M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2M16 3.13a4 4 0 0 1 0 7.75M21 21v-2a4 4 0 0 0 -3 -3.85',
  size: 24,
  paint: 'stroke',
  source: 'Tabler Icons (MIT): users',
};
