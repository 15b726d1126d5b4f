import { dnsLabel, type Path } from '#model';
import { AddByName } from '../fields/AddByName.tsx';
import classes from '../fields/fields.module.css';
import { useRaw } from '../fields/use-field.ts';
import { setAt } from '../form/edit.ts';
import { refusalOf } from '../form/value.ts';
import { OperationCard } from './OperationCard.tsx';

/** What a service does: operations with their address, fields, work and calls. */
export function OperationsField({ path }: { path: Path }) {
  const raw = useRaw(path);
  const names = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
  return (
    <div className={classes.block}>
      {names.length === 0 && (
        <p className={classes.note}>
          Operations say what the service does and whom it calls; its code is generated from them.
        </p>
      )}
      {names.map((name) => (
        <OperationCard key={name} path={[...path, name]} name={name} open={names.length === 1} />
      ))}
      <AddByName
        what="operation"
        placeholder="create-order"
        taken={names}
        add={(name) => refusalOf(name, dnsLabel()) ?? setAt([...path, name], {})}
      />
    </div>
  );
}
