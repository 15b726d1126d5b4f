import type { ReactNode } from 'react';
import classes from './Banner.module.css';

/** A line below the top bar that stays until its reason is gone. */
export function Banner({ tone, children }: { tone: 'warning' | 'error'; children: ReactNode }) {
  return (
    <div className={classes.banner} data-tone={tone} role="alert">
      {children}
    </div>
  );
}
