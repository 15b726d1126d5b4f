import type { Icon } from '../entry.ts';

/** NATS' mark, from Simple Icons (CC0-1.0). */
export const icon: Icon = {
  path: 'M12.004 0H.404v18.807h9.938l1.714 1.602v-.026L15.966 24v-5.193h7.63V0H12.003zm7.578 14.45H15.38L6.898 6.519v7.93H4.116V4.376h4.349l8.344 7.784V4.375h2.773V14.45z',
  size: 24,
  paint: 'fill',
  source: 'Simple Icons (CC0-1.0): natsdotio',
};
