import { Select } from '@mantine/core';
import type { Path } from '#model';
import { setAt } from '../form/edit.ts';
import type { Field } from '../form/field.ts';
import { textOf } from '../form/value.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { useProblem, useRaw } from './use-field.ts';

/** One of several values; emptied, the default applies. */
export function ChoiceField({ field, path }: { field: Field; path: Path }) {
  const value = textOf(useRaw(path));
  const problem = useProblem(path);
  return (
    <Select
      label={<FieldLabel field={field} />}
      data={[...(field.options ?? [])]}
      value={value === '' ? null : value}
      placeholder={field.default === undefined ? undefined : String(field.default)}
      clearable
      error={problem}
      onChange={(chosen) => setAt(path, chosen ?? undefined)}
    />
  );
}
