import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { catalog } from '#catalog';
import { type Component, componentSchema, dnsLabel } from '#model';
import { ComponentIcon } from '../app/ComponentIcon.tsx';
import { renameComponent } from '../canvas/actions/rename.ts';
import { documentStore } from '../state/document.ts';
import { CommitInput } from './fields/CommitInput.tsx';
import { setAt } from './form/edit.ts';
import { FieldEditor } from './form/FieldEditor.tsx';
import { fieldsOf, sectionsOf } from './form/field.ts';
import { refusalOf } from './form/value.ts';
import classes from './Inspector.module.css';
import { ProblemList } from './ProblemList.tsx';

/** Form of a component, made from the schema of its kind and engine. */
export function ComponentInspector({ name }: { name: string }) {
  const component = useStore(documentStore, (state) => state.parsed.document.components[name]);
  const stale = useStore(documentStore, (state) => state.parsed.stale);
  const kind = component?.kind;
  const engine = component?.engine;
  const sections = useMemo(
    () => (kind ? sectionsOf(fieldsOf(componentSchema(kind, engine, catalog.vocabulary))) : []),
    [kind, engine],
  );
  if (!component) return null;
  return (
    <>
      <Head name={name} component={component} />
      {stale && (
        <p className={classes.stale}>
          The YAML cannot be read at the moment. Mend it first: until then nothing can be changed here.
        </p>
      )}
      <ProblemList component={name} />
      <fieldset disabled={stale} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        {sections.map((section) => (
          <section key={section.title} className={classes.section} aria-label={section.title}>
            <h3 className={classes.sectionTitle}>{section.title}</h3>
            <div className={classes.fields}>
              {section.title === 'Engine' && <EngineField name={name} component={component} />}
              {section.fields.map((field) => (
                <FieldEditor key={field.path.join('.')} field={field} base={['components', name]} />
              ))}
            </div>
          </section>
        ))}
      </fieldset>
    </>
  );
}

function Head({ name, component }: { name: string; component: Component }) {
  const entry = catalog.entryOf(component);
  return (
    <header className={classes.head}>
      <ComponentIcon kind={component.kind} engine={component.engine} size={32} />
      <div className={classes.words}>
        <div className={classes.name}>
          <CommitInput
            label="Name of the component"
            text={name}
            take={(next) => refusalOf(next, dnsLabel()) ?? renameComponent(name, next)}
          />
        </div>
        <span className={classes.kind}>
          {entry.title === titleOfKind(component.kind) ? entry.title : `${entry.title}, ${component.kind}`}
        </span>
      </div>
    </header>
  );
}

const titleOfKind = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);

/** The engine, where there is a choice. */
function EngineField({ name, component }: { name: string; component: Component }) {
  const engines = catalog.entries.filter(
    ({ kind, engine }) => kind === component.kind && engine !== undefined,
  );
  if (engines.length < 2) return null;
  return (
    <Select
      label="Engine"
      data={engines.map(({ engine = '', title }) => ({ value: engine, label: title }))}
      value={component.engine ?? engines[0]?.engine ?? null}
      allowDeselect={false}
      onChange={(engine) => engine !== null && setAt(['components', name, 'engine'], engine)}
    />
  );
}
