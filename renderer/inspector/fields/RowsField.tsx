import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Path, Value } from '#model';
import { IconButton } from '../../app/IconButton.tsx';
import { setAt } from '../form/edit.ts';
import { textOf } from '../form/value.ts';
import { CommitInput } from './CommitInput.tsx';
import { cellValue } from './columns.ts';
import classes from './fields.module.css';
import { useProblem, useRaw } from './use-field.ts';

interface RowsFieldProps {
  path: Path;
  columns: readonly { name: string; type: string }[];
}

/** Rows that a table starts with. */
export function RowsField({ path, columns }: RowsFieldProps) {
  const raw = useRaw(path);
  const problem = useProblem(path, true);
  const rows: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const add = () => {
    const row = Object.fromEntries(
      columns.map(({ name, type }) => [name, startValue(name, type, rows.length + 1)]),
    );
    setAt(path, [...rows, row] as Value);
  };
  const remove = (index: number) => {
    const rest = rows.filter((_, other) => other !== index);
    setAt(path, rest.length === 0 ? undefined : (rest as Value));
  };
  return (
    <div className={classes.block}>
      <span className={classes.title}>First rows</span>
      {rows.length > 0 && (
        <div className={classes.rows}>
          <table>
            <thead>
              <tr>
                {columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th>
                  <span className="aw-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
                <tr key={index}>
                  {columns.map(({ name, type }) => (
                    <td key={name}>
                      <CommitInput
                        label={`${name} of row ${index + 1}`}
                        text={textOf((row as Record<string, unknown> | null)?.[name])}
                        take={(draft) => setAt([...path, index, name], cellValue(draft, type))}
                      />
                    </td>
                  ))}
                  <td>
                    <IconButton label={`Remove row ${index + 1}`} size="sm" onClick={() => remove(index)}>
                      <IconX size={14} stroke={1.8} />
                    </IconButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problem && <p className={classes.error}>{problem}</p>}
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={add}>
        Add row
      </Button>
    </div>
  );
}

/** A first value that fits the column's type. */
function startValue(name: string, type: string, place: number): Value {
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  return type === 'id' ? `${name}-${place}` : '';
}
