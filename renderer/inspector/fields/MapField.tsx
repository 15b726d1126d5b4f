import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ArchDocument, Path } from '#model';
import { IconButton } from '../../app/IconButton.tsx';
import { documentStore } from '../../state/document.ts';
import { componentNames, operationsToCall } from '../../suggest/calls.ts';
import { renameAt, setAt } from '../form/edit.ts';
import { type Field, unwrapped } from '../form/field.ts';
import { refusalOf, textOf, valueFrom, withUnits } from '../form/value.ts';
import { CommitInput } from './CommitInput.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import classes from './fields.module.css';
import { useProblem, useRaw } from './use-field.ts';

/** How the two columns of a map are called, and what a row looks like. */
const COLUMNS: Record<string, { key: string; value: string; keyExample: string; valueExample: string }> = {
  env: { key: 'Variable', value: 'Value', keyExample: 'LOG_FORMAT', valueExample: 'json' },
  routes: { key: 'Path', value: 'Service', keyExample: '/orders', valueExample: 'orders' },
  mix: { key: 'Operation', value: 'Share', keyExample: 'orders.create-order', valueExample: '30%' },
  map: { key: 'Name', value: 'Value', keyExample: '', valueExample: '' },
};

/** A map of texts: environment variables, routes, the mix of a workload. */
export function MapField({ field, path }: { field: Field; path: Path }) {
  const raw = useRaw(path);
  const [adding, setAdding] = useState(false);
  const entries = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : [];
  return (
    <div className={classes.block}>
      <div className={classes.heading}>
        <span className={classes.title}>
          <FieldLabel field={field} />
        </span>
      </div>
      {entries.map(([key, value]) => (
        <MapRow key={key} field={field} path={path} name={key} value={textOf(value)} />
      ))}
      {adding && (
        <NewRow field={field} path={path} taken={entries.map(([key]) => key)} done={() => setAdding(false)} />
      )}
      {!adding && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          onClick={() => setAdding(true)}
        >
          Add {columnsOf(field).key.toLowerCase()}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  field: Field;
  path: Path;
  name: string;
  value: string;
}

function MapRow({ field, path, name, value }: RowProps) {
  const columns = columnsOf(field);
  const own = [...path, name];
  const problem = useProblem(own);
  const [keys, values] = useSuggestions(field, value);
  return (
    <div className={classes.pair}>
      <CommitInput
        label={`${columns.key} ${name}`}
        text={name}
        suggestions={keys}
        take={(next) => refusalOf(next, keySchema(field)) ?? renameAt(own, next)}
      />
      <CommitInput
        label={`${columns.value} of ${name}`}
        text={value}
        suggestions={values}
        problem={problem}
        take={(next) => takeValue(field, own, next)}
      />
      <IconButton label={`Remove ${name}`} size="sm" onClick={() => setAt(own, undefined)}>
        <IconX size={14} stroke={1.8} />
      </IconButton>
    </div>
  );
}

function NewRow({
  field,
  path,
  taken,
  done,
}: {
  field: Field;
  path: Path;
  taken: readonly string[];
  done: () => void;
}) {
  const columns = columnsOf(field);
  const [name, setName] = useState('');
  const [keys, values] = useSuggestions(field, '');
  const takeName = (next: string) => {
    if (taken.includes(next)) return `There is ${next} already.`;
    const refusal = refusalOf(next, keySchema(field));
    if (refusal === undefined) setName(next);
    return refusal;
  };
  const take = (next: string) => {
    if (name === '') return `Type the ${columns.key.toLowerCase()} first.`;
    const refusal = takeValue(field, [...path, name], next);
    if (refusal === undefined) done();
    return refusal;
  };
  return (
    <div className={classes.pair}>
      <CommitInput
        label={columns.key}
        text={name}
        suggestions={keys}
        placeholder={columns.keyExample}
        take={takeName}
        autoFocus
      />
      <CommitInput
        label={columns.value}
        text=""
        suggestions={values}
        placeholder={columns.valueExample}
        take={take}
      />
      <IconButton label="Give up the new row" size="sm" onClick={done}>
        <IconX size={14} stroke={1.8} />
      </IconButton>
    </div>
  );
}

const columnsOf = ({ widget }: Field) =>
  COLUMNS[widget] ?? { key: 'Name', value: 'Value', keyExample: '', valueExample: '' };

function takeValue(field: Field, path: Path, draft: string): string | undefined {
  const schema = valueSchema(field);
  const value = valueFrom(draft, field.widget === 'mix' ? 'percentage' : 'multiline', schema);
  // An environment variable may be empty; a route or a share may not.
  const wanted = value ?? (field.widget === 'env' ? '' : undefined);
  if (wanted === undefined) return 'Type a value, or remove the row.';
  return refusalOf(wanted, schema) ?? setAt(path, wanted);
}

function recordOf(field: Field): z.ZodRecord | undefined {
  const inner = unwrapped(field.schema);
  return inner instanceof z.ZodRecord ? inner : undefined;
}

const keySchema = (field: Field): z.ZodType =>
  (recordOf(field)?.keyType as z.ZodType | undefined) ?? z.string();
const valueSchema = (field: Field): z.ZodType =>
  (recordOf(field)?.valueType as z.ZodType | undefined) ?? z.string();

/** What could stand in the two columns, from the document. */
function useSuggestions(field: Field, value: string): [string[] | undefined, string[] | undefined] {
  const document: ArchDocument = useStore(
    documentStore,
    useShallow((state) => state.parsed.document),
  );
  if (field.widget === 'routes') return [undefined, componentNames(document, 'service')];
  if (field.widget === 'mix') return [operationsToCall(document), withUnits('percentage', value)];
  return [undefined, undefined];
}
