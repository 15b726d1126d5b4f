import { Loader } from '@mantine/core';
import classes from './Loading.module.css';

/** Shown while a part of the program is fetched. */
export function Loading({ what }: { what: string }) {
  return (
    <div className={classes.loading} role="status">
      <Loader size="xs" aria-hidden />
      Loading {what}
    </div>
  );
}
