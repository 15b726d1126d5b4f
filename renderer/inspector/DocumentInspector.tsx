import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import { layoutNames } from '../state/layouts.ts';
import { documentFrameFields } from './document-fields.ts';
import { FieldEditor } from './form/FieldEditor.tsx';
import classes from './Inspector.module.css';

/** The system as a whole, shown where nothing is selected. */
export function DocumentInspector() {
  const document = useStore(documentStore, (state) => state.parsed.document);
  const edges = useStore(documentStore, (state) => state.edges.length);
  const components = Object.values(document.components);
  const contexts = new Set(components.flatMap(({ context }) => (context === undefined ? [] : [context])));
  const services = components.filter(({ kind }) => kind === 'service').length;
  return (
    <>
      <header className={classes.head}>
        <h2 className={classes.title}>{document.name}</h2>
      </header>
      <section className={classes.section} aria-label="System">
        <div className={classes.fields}>
          {documentFrameFields.map((field) => (
            <FieldEditor key={field.path.join('.')} field={field} base={[]} />
          ))}
        </div>
      </section>
      <section className={classes.section} aria-label="Size">
        <h3 className={classes.sectionTitle}>Size</h3>
        <dl className={classes.facts}>
          <Fact name="Components" value={components.length} />
          <Fact name="Services" value={services} />
          <Fact name="Contexts" value={contexts.size} />
          <Fact name="Connections" value={edges} />
        </dl>
      </section>
      <section className={classes.section} aria-label="Layouts">
        <h3 className={classes.sectionTitle}>Layouts</h3>
        <dl className={classes.facts}>
          {layoutNames(document).map((layout) => {
            const units = Object.keys(document.layouts[layout]?.units ?? {}).length;
            return (
              <Fact
                key={layout}
                name={layout}
                value={
                  units === 0
                    ? 'every service its own unit'
                    : `${units} packed ${units === 1 ? 'unit' : 'units'}`
                }
              />
            );
          })}
        </dl>
      </section>
      <section className={classes.section}>
        <p className={classes.note}>Select a component or a connection to see and change what it is.</p>
      </section>
    </>
  );
}

function Fact({ name, value }: { name: string; value: number | string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
