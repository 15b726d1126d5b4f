import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type Path, shape, type Value } from '#model';
import { IconButton } from '../../app/IconButton.tsx';
import { renameAt, setAt } from '../form/edit.ts';
import { refusalOf } from '../form/value.ts';
import { AddByName } from './AddByName.tsx';
import { CommitInput } from './CommitInput.tsx';
import classes from './fields.module.css';
import { nestedOf, TYPE_OPTIONS, typeName, typeOf } from './shape-types.ts';
import { useProblem, useRaw } from './use-field.ts';

interface ShapeFieldProps {
  title: string;
  path: Path;
  /** May be a list of the fields, in brackets. */
  listable?: boolean;
}

/** Named fields with their types: input, output, payload. */
export function ShapeField({ title, path, listable }: ShapeFieldProps) {
  const raw = useRaw(path);
  const problem = useProblem(path);
  const isList = Array.isArray(raw);
  // The fields of a list stand in its only item.
  const inner = isList ? [...path, 0] : path;
  const fields = nestedOf(raw) ?? {};
  const names = Object.keys(fields);
  return (
    <div className={classes.block}>
      <div className={classes.heading}>
        <span className={classes.title}>{title}</span>
        {listable && names.length > 0 && (
          <Select
            size="xs"
            w={104}
            aria-label={`${title}: one or a list`}
            data={['one', 'a list']}
            value={isList ? 'a list' : 'one'}
            allowDeselect={false}
            onChange={(choice) => setAt(path, (choice === 'a list' ? [fields] : fields) as Value)}
          />
        )}
      </div>
      {problem && <p className={classes.error}>{problem}</p>}
      {names.map((name) => (
        <ShapeRow
          key={name}
          path={[...inner, name]}
          name={name}
          type={fields[name]}
          last={names.length === 1}
          whole={path}
        />
      ))}
      <AddByName
        what="field"
        placeholder="productId"
        taken={names}
        add={(name) =>
          refusalOf({ [name]: 'string' }, shape) ??
          setAt([...inner, name], /id$/i.test(name) ? 'id' : 'string')
        }
      />
    </div>
  );
}

function ShapeRow({
  path,
  name,
  type,
  last,
  whole,
}: {
  path: Path;
  name: string;
  type: unknown;
  last: boolean;
  whole: Path;
}) {
  const problem = useProblem(path);
  return (
    <>
      <div className={classes.pair}>
        <CommitInput
          label={`Field ${name}`}
          text={name}
          take={(next) => refusalOf({ [next]: 'string' }, shape) ?? renameAt(path, next)}
        />
        <Select
          aria-label={`Type of ${name}`}
          data={TYPE_OPTIONS}
          value={typeName(type)}
          error={problem}
          allowDeselect={false}
          searchable
          comboboxProps={{ shadow: 'md' }}
          onChange={(choice) => choice !== null && setAt(path, typeOf(choice, type) as Value)}
        />
        <IconButton
          label={`Remove field ${name}`}
          size="sm"
          onClick={() => setAt(last ? whole : path, undefined)}
        >
          <IconX size={14} stroke={1.8} />
        </IconButton>
      </div>
      {nestedOf(type) && (
        <div className={classes.nested}>
          <ShapeField title={`Fields of ${name}`} path={path} />
        </div>
      )}
    </>
  );
}
