import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { Path } from '#model';
import { documentStore } from '../../state/document.ts';
import { revealInYaml } from '../../yaml/reveal.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { ListField } from '../fields/ListField.tsx';
import { MapField } from '../fields/MapField.tsx';
import { TablesField } from '../fields/TablesField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { ToggleField } from '../fields/ToggleField.tsx';
import { TopicsField } from '../fields/TopicsField.tsx';
import { CallsField } from '../operations/CallsField.tsx';
import { OperationsField } from '../operations/OperationsField.tsx';
import classes from './FieldEditor.module.css';
import type { Field } from './field.ts';

export interface FieldEditorProps {
  field: Field;
  /** Path of the object that the field belongs to. */
  base: Path;
}

/** The control of a field. */
export function FieldEditor({ field, base }: FieldEditorProps) {
  const path = [...base, ...field.path];
  switch (field.widget) {
    case 'group':
      return <GroupField field={field} base={base} />;
    case 'toggle':
      return <ToggleField field={field} path={path} />;
    case 'choice':
      return <ChoiceField field={field} path={path} />;
    case 'list':
      return <ListField field={field} path={path} />;
    case 'env':
    case 'routes':
    case 'mix':
      return <MapField field={field} path={path} />;
    case 'map':
      return field.path.at(-1) === 'topics' ? (
        <TopicsField path={path} />
      ) : (
        <MapField field={field} path={path} />
      );
    case 'tables':
      return <TablesField path={path} />;
    case 'operations':
      return <OperationsField path={path} />;
    case 'calls':
      return <CallsField path={path} self={String(base.at(-1))} />;
    case 'yaml':
      return <YamlField field={field} path={path} />;
    default:
      return <TextField field={field} path={path} />;
  }
}

/** Fields that belong together: short ones side by side. */
function GroupField({ field, base }: FieldEditorProps) {
  const short = field.fields?.every(({ widget }) =>
    ['integer', 'cpu', 'size', 'percentage', 'duration', 'rate'].includes(widget),
  );
  return (
    <fieldset className={classes.group}>
      <legend className="aw-hidden">{field.title}</legend>
      <div className={short ? classes.row : classes.stack}>
        {field.fields?.map((inner) => (
          <FieldEditor key={inner.path.join('.')} field={inner} base={base} />
        ))}
      </div>
    </fieldset>
  );
}

/** What has no form: the way to its lines in the text. */
function YamlField({ field, path }: { field: Field; path: Path }) {
  const range = useStore(documentStore, (state) => state.parsed.locate(path));
  return (
    <div className={classes.stack}>
      <span className={classes.title}>{field.title}</span>
      <Button variant="default" size="xs" onClick={() => range && revealInYaml(range.start)}>
        Edit {field.title.toLowerCase()} in the YAML
      </Button>
    </div>
  );
}
