import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { column, identifier, type Path, SCALAR_TYPES, type Value } from '#model';
import { IconButton } from '../../app/IconButton.tsx';
import { renameAt, setAt } from '../form/edit.ts';
import { refusalOf, textOf } from '../form/value.ts';
import { AddByName } from './AddByName.tsx';
import { Card } from './Card.tsx';
import { CommitInput } from './CommitInput.tsx';
import { columnType, columnWith } from './columns.ts';
import classes from './fields.module.css';
import { RowsField } from './RowsField.tsx';
import { useProblem, useRaw } from './use-field.ts';

/** Tables of a database: columns, key, and the rows that the first migration inserts. */
export function TablesField({ path }: { path: Path }) {
  const names = keysOf(useRaw(path));
  return (
    <div className={classes.block}>
      {names.length === 0 && <p className={classes.note}>Tables are made by generated migrations.</p>}
      {names.map((name) => (
        <TableCard key={name} path={[...path, name]} name={name} />
      ))}
      <AddByName
        what="table"
        placeholder="orders"
        taken={names}
        add={(name) =>
          refusalOf(name, identifier()) ?? setAt([...path, name], { key: 'id', columns: { id: 'id' } })
        }
      />
    </div>
  );
}

function TableCard({ path, name }: { path: Path; name: string }) {
  const columnsPath = [...path, 'columns'];
  const columns = useRaw(columnsPath);
  const names = keysOf(columns);
  const key = textOf(useRaw([...path, 'key']));
  const problem = useProblem([...path, 'key']);
  return (
    <Card
      name={name}
      onRemove={() => setAt(path, undefined)}
      head={
        <CommitInput
          label={`Table ${name}`}
          text={name}
          take={(next) => refusalOf(next, identifier()) ?? renameAt(path, next)}
        />
      }
    >
      <Select
        label="Key"
        data={names}
        value={key === '' ? null : key}
        error={problem}
        allowDeselect={false}
        onChange={(next) => setAt([...path, 'key'], next ?? undefined)}
      />
      <div className={classes.block}>
        <span className={classes.title}>Columns</span>
        {names.map((column) => (
          <ColumnRow key={column} path={[...columnsPath, column]} name={column} last={names.length === 1} />
        ))}
        <AddByName
          what="column"
          placeholder="priceCents"
          taken={names}
          add={(column) =>
            refusalOf(column, identifier()) ??
            setAt([...columnsPath, column], /id$/i.test(column) ? 'id' : 'string')
          }
        />
      </div>
      <RowsField
        path={[...path, 'rows']}
        columns={names.map((column) => ({
          name: column,
          type: columnType((columns as Record<string, unknown>)[column]),
        }))}
      />
    </Card>
  );
}

function ColumnRow({ path, name, last }: { path: Path; name: string; last: boolean }) {
  const raw = useRaw(path);
  const problem = useProblem(path, true);
  const type = columnType(raw);
  const standard = textOf(
    typeof raw === 'object' && raw !== null && 'default' in raw ? raw.default : undefined,
  );
  const setDefault = (draft: string) => {
    const value = columnWith(type, draft);
    return refusalOf(value, column) ?? setAt(path, value as Value);
  };
  return (
    <div className={classes.column}>
      <CommitInput
        label={`Column ${name}`}
        text={name}
        take={(next) => refusalOf(next, identifier()) ?? renameAt(path, next)}
      />
      <Select
        aria-label={`Type of ${name}`}
        data={[...SCALAR_TYPES]}
        value={type}
        error={problem}
        allowDeselect={false}
        onChange={(next) => next !== null && setAt(path, columnWith(next, standard) as Value)}
      />
      <CommitInput label={`Default of ${name}`} text={standard} placeholder="default" take={setDefault} />
      <IconButton
        label={`Remove column ${name}`}
        size="sm"
        disabled={last}
        onClick={() => setAt(path, undefined)}
      >
        <IconX size={14} stroke={1.8} />
      </IconButton>
    </div>
  );
}

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];
