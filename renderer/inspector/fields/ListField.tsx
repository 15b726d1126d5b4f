import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { Path } from '#model';
import { setAt } from '../form/edit.ts';
import type { Field } from '../form/field.ts';
import { refusalOf } from '../form/value.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { useProblem, useRaw } from './use-field.ts';

/** Several texts, in order. */
export function ListField({ field, path }: { field: Field; path: Path }) {
  const raw = useRaw(path);
  const problem = useProblem(path, true);
  const [refused, setRefused] = useState<string>();
  const take = (values: string[]) => {
    const next = values.length === 0 ? undefined : values;
    setRefused(refusalOf(next, field.schema) ?? setAt(path, next));
  };
  return (
    <TagsInput
      label={<FieldLabel field={field} />}
      value={Array.isArray(raw) ? raw.map(String) : []}
      error={refused ?? problem}
      onChange={take}
    />
  );
}
