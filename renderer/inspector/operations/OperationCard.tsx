import { Select } from '@mantine/core';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { dnsLabel, operation, type Path } from '#model';
import { documentStore } from '../../state/document.ts';
import { topicsToConsume } from '../../suggest/calls.ts';
import { Card } from '../fields/Card.tsx';
import { CommitInput } from '../fields/CommitInput.tsx';
import classes from '../fields/fields.module.css';
import { ShapeField } from '../fields/ShapeField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useProblem, useRaw } from '../fields/use-field.ts';
import { renameAt, setAt } from '../form/edit.ts';
import { fieldsOf } from '../form/field.ts';
import { refusalOf, textOf } from '../form/value.ts';
import { CallsField } from './CallsField.tsx';

const FIELDS = new Map(fieldsOf(operation).map((field) => [field.title, field]));

/** One operation: how it is reached, its fields, what it costs and whom it calls. */
export function OperationCard({ path, name, open }: { path: Path; name: string; open: boolean }) {
  const component = String(path[1]);
  const problem = useProblem(path);
  const http = textOf(useRaw([...path, 'http']));
  const consumes = textOf(useRaw([...path, 'consumes']));
  // The model renames the calls and shares that name the operation along with it.
  const rename = (next: string) => refusalOf(next, dnsLabel()) ?? renameAt(path, next);
  const description = FIELDS.get('Description');
  const work = FIELDS.get('Work');
  return (
    <Card
      name={name}
      defaultOpen={open}
      summary={http === '' ? consumes : http}
      onRemove={() => setAt(path, undefined)}
      head={<CommitInput label={`Operation ${name}`} text={name} problem={problem} take={rename} />}
    >
      {description && <TextField field={{ ...description, path: [] }} path={[...path, 'description']} />}
      <Trigger path={path} />
      <ShapeField title="Input" path={[...path, 'input']} />
      <ShapeField title="Output" path={[...path, 'output']} listable />
      {work && <Work path={[...path, 'work']} />}
      <CallsField path={[...path, 'calls']} self={component} />
    </Card>
  );
}

/** What starts the operation: a request, a message, or only other services. */
function Trigger({ path }: { path: Path }) {
  const http = textOf(useRaw([...path, 'http']));
  const consumes = textOf(useRaw([...path, 'consumes']));
  const httpProblem = useProblem([...path, 'http']);
  const consumesProblem = useProblem([...path, 'consumes']);
  const topics = useStore(
    documentStore,
    useShallow((state) => topicsToConsume(state.parsed.document)),
  );
  const [method = 'GET', address = ''] = http.split(' ');
  const take = (key: 'http' | 'consumes', text: string) => {
    const field = FIELDS.get(key === 'http' ? 'HTTP' : 'Consumes');
    const value = text.trim() === '' ? undefined : text.trim();
    return (field && refusalOf(value, field.schema)) ?? setAt([...path, key], value);
  };
  return (
    <div className={classes.block}>
      <span className={classes.title}>Answers requests</span>
      <div className={classes.http}>
        <Select
          aria-label="Method"
          data={['GET', 'POST', 'PUT', 'PATCH', 'DELETE']}
          value={method === '' ? 'GET' : method}
          allowDeselect={false}
          onChange={(next) => next !== null && address !== '' && take('http', `${next} ${address}`)}
        />
        <CommitInput
          label="Path"
          text={address}
          placeholder="/orders/{orderId}"
          problem={httpProblem}
          mono
          take={(next) =>
            take('http', next.trim() === '' ? '' : `${method === '' ? 'GET' : method} ${next.trim()}`)
          }
        />
      </div>
      <span className={classes.title}>Consumes messages</span>
      <CommitInput
        label="Queue and topic"
        text={consumes}
        suggestions={topics}
        placeholder="order-events order-placed"
        problem={consumesProblem}
        mono
        take={(next) => take('consumes', next)}
      />
    </div>
  );
}

/** Mean computing time; a distribution around it where the text gives one. */
function Work({ path }: { path: Path }) {
  const raw = useRaw(path);
  const field = FIELDS.get('Work');
  if (!field) return null;
  const distributed = typeof raw === 'object' && raw !== null;
  return <TextField field={{ ...field, path: [] }} path={distributed ? [...path, 'mean'] : path} />;
}
