import { Tooltip } from '@mantine/core';
import type { Field } from '../form/field.ts';
import classes from './fields.module.css';

/** A field's title; its description is a hover away, so that forms stay dense. */
export function FieldLabel({
  field: { title, description },
}: {
  field: Pick<Field, 'title' | 'description'>;
}) {
  return (
    <Tooltip
      label={description}
      multiline
      maw={280}
      disabled={description === ''}
      position="top-start"
      openDelay={500}
    >
      <span className={description === '' ? undefined : classes.described}>{title}</span>
    </Tooltip>
  );
}
