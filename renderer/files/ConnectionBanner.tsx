import { useSyncExternalStore } from 'react';
import { connection } from '../host.ts';
import { Banner } from './Banner.tsx';

/** While the host cannot be reached: what that means, and that nothing is lost. */
export function ConnectionBanner() {
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  if (state !== 'lost') return null;
  return (
    <Banner tone="warning">
      Archwright cannot be reached. You can go on working in this window; saving and generating wait until it
      answers again. If you stopped it, start it again.
    </Banner>
  );
}
