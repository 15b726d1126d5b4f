import { Switch } from '@mantine/core';
import type { Path } from '#model';
import { setAt } from '../form/edit.ts';
import type { Field } from '../form/field.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { useProblem, useRaw } from './use-field.ts';

/** Yes or no. */
export function ToggleField({ field, path }: { field: Field; path: Path }) {
  const value = useRaw(path) ?? field.default;
  const problem = useProblem(path);
  return (
    <Switch
      size="xs"
      label={<FieldLabel field={field} />}
      checked={value === true}
      error={problem}
      onChange={(event) => setAt(path, event.currentTarget.checked)}
    />
  );
}
