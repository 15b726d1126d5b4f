import type { Icon } from '../entry.ts';

/** NGINX's mark, from Simple Icons (CC0-1.0). */
export const icon: Icon = {
  path: 'M12 0L1.605 6v12L12 24l10.395-6V6L12 0zm6 16.59c0 .705-.646 1.29-1.529 1.29-.631 0-1.351-.255-1.801-.81l-6-7.141v6.66c0 .721-.57 1.29-1.274 1.29H7.32c-.721 0-1.29-.6-1.29-1.29V7.41c0-.705.63-1.29 1.5-1.29.646 0 1.38.255 1.83.81l5.97 7.141V7.41c0-.721.6-1.29 1.29-1.29h.075c.72 0 1.29.6 1.29 1.29v9.18H18z',
  size: 24,
  paint: 'fill',
  source: 'Simple Icons (CC0-1.0): nginx',
};
