import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon?: ReactNode;
  /** One sentence that teaches. */
  children: ReactNode;
  /** The next act. */
  act?: { label: string; run: () => void };
}

/** Where there is nothing to show: what would be here, and the way to it. */
export function EmptyState({ icon, children, act }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon}
      <p className={classes.text}>{children}</p>
      {act && (
        <Button variant="default" onClick={act.run}>
          {act.label}
        </Button>
      )}
    </div>
  );
}
