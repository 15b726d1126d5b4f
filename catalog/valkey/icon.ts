import type { Icon } from '../entry.ts';

/** Tabler's outline `bolt` (MIT). */
export const icon: Icon = {
  path: 'M13 3l0 7l6 0l-8 11l0 -7l-6 0l8 -11',
  size: 24,
  paint: 'stroke',
  source: 'Tabler Icons (MIT): bolt',
};
