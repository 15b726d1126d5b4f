import type { ReactNode } from 'react';
import classes from './SectionHeader.module.css';

/** Title of a part of a panel, with what can be done there at its right. */
export function SectionHeader({
  title,
  count,
  children,
}: {
  title: string;
  count?: number;
  children?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <h2 className={classes.title}>
        {title}
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </h2>
      {children}
    </header>
  );
}
