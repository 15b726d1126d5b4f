import type { Path } from '#model';
import { renameAt, setAt } from '../form/edit.ts';
import { AddByName } from './AddByName.tsx';
import { Card } from './Card.tsx';
import { CommitInput } from './CommitInput.tsx';
import classes from './fields.module.css';
import { ShapeField } from './ShapeField.tsx';
import { useProblem, useRaw } from './use-field.ts';

const TOPIC = /^[a-z][-a-z0-9.]*$/;
const refusalOfName = (name: string) =>
  TOPIC.test(name) && name.length <= 63
    ? undefined
    : 'Expected a topic such as order-placed: lower-case letters, digits, hyphens and dots.';

/** Topics of a queue, each with the fields of its messages. */
export function TopicsField({ path }: { path: Path }) {
  const raw = useRaw(path);
  const names = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  return (
    <div className={classes.block}>
      {names.length === 0 && (
        <p className={classes.note}>What is published here. Services consume topics by their operations.</p>
      )}
      {names.map((name) => (
        <Topic key={name} path={[...path, name]} name={name} />
      ))}
      <AddByName
        what="topic"
        placeholder="order-placed"
        taken={names}
        add={(name) => refusalOfName(name) ?? setAt([...path, name], {})}
      />
    </div>
  );
}

function Topic({ path, name }: { path: Path; name: string }) {
  const problem = useProblem(path);
  return (
    <Card
      name={name}
      onRemove={() => setAt(path, undefined)}
      head={
        <CommitInput
          label={`Topic ${name}`}
          text={name}
          problem={problem}
          take={(next) => refusalOfName(next) ?? renameAt(path, next)}
        />
      }
    >
      <ShapeField title="Payload" path={[...path, 'payload']} />
    </Card>
  );
}
