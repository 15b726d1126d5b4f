import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { GraphEdge } from '#model';
import { notifyError } from '../app/notify.ts';
import { showComponent } from '../app/show-component.ts';
import { documentStore } from '../state/document.ts';
import { connectionFields } from './connection-fields.ts';
import { apply } from './form/edit.ts';
import { FieldEditor } from './form/FieldEditor.tsx';
import classes from './Inspector.module.css';

/** A connection: what it is made of, and its own settings where it has some. */
export function EdgeInspector({ id }: { id: string }) {
  const edge = useStore(documentStore, (state) => state.edges.find((candidate) => candidate.id === id));
  const index = useStore(documentStore, (state) =>
    edge
      ? state.parsed.document.connections.findIndex(({ from, to }) => from === edge.from && to === edge.to)
      : -1,
  );
  if (!edge) return null;
  return (
    <>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>
            <span className={classes.ends}>
              <End name={edge.from} />
              <IconArrowRight size={14} stroke={1.8} aria-label="to" />
              <End name={edge.to} />
            </span>
          </h2>
          <span className={classes.kind}>
            {edge.protocol}, {edge.synchronous ? 'the caller waits' : 'nobody waits'}
          </span>
        </div>
      </header>
      <Origins edge={edge} />
      {index >= 0 ? <Settings edge={edge} index={index} /> : <AddSettings edge={edge} />}
    </>
  );
}

function End({ name }: { name: string }) {
  return (
    <button type="button" className={classes.end} onClick={() => showComponent(name)}>
      {name}
    </button>
  );
}

/** Which operations, topics and routes make the edge. */
function Origins({ edge }: { edge: GraphEdge }) {
  const others = edge.origins.filter((origin) => origin !== 'connection' && origin !== 'call');
  if (edge.calls.length === 0 && edge.topics.length === 0 && others.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Made by">
      <h3 className={classes.sectionTitle}>Made by</h3>
      <ul className={classes.list}>
        {edge.calls.map(({ operation, spec }) => (
          <li key={`${operation} ${String(spec)}`}>
            {operation} <span className="aw-mono">{String(spec)}</span>
          </li>
        ))}
        {edge.topics.map((topic) => (
          <li key={topic}>
            topic <span className="aw-mono">{topic}</span>
          </li>
        ))}
        {edge.calls.length === 0 &&
          edge.topics.length === 0 &&
          others.map((origin) => <li key={origin}>{ORIGINS[origin] ?? origin}</li>)}
      </ul>
    </section>
  );
}

const ORIGINS: Partial<Record<GraphEdge['origins'][number], string>> = {
  route: 'a route of the gateway',
  workload: "the client's workload",
  publish: 'a published message',
  consume: 'a consumed message',
};

function Settings({ edge, index }: { edge: GraphEdge; index: number }) {
  const remove = () => {
    const refusal = apply({ type: 'disconnect', from: edge.from, to: edge.to });
    if (refusal !== undefined) notifyError('The settings could not be removed', new Error(refusal));
  };
  return (
    <section className={classes.section} aria-label="Settings">
      <h3 className={classes.sectionTitle}>Settings</h3>
      <div className={classes.fields}>
        {connectionFields(edge).map((field) => (
          <FieldEditor key={field.path.join('.')} field={field} base={['connections', index]} />
        ))}
        <div className={classes.buttons}>
          <Button variant="default" size="xs" onClick={remove}>
            {edge.origins.every((origin) => origin === 'connection')
              ? 'Remove the connection'
              : 'Remove the settings'}
          </Button>
        </div>
      </div>
    </section>
  );
}

function AddSettings({ edge }: { edge: GraphEdge }) {
  const add = () => {
    const refusal = apply(
      { type: 'connect', connection: { from: edge.from, to: edge.to } },
      `add settings from ${edge.from} to ${edge.to}`,
    );
    if (refusal !== undefined) notifyError('The settings could not be added', new Error(refusal));
  };
  return (
    <section className={classes.section} aria-label="Settings">
      <h3 className={classes.sectionTitle}>Settings</h3>
      <p className={classes.note}>
        It follows from what the components do. With settings of its own it can have a timeout, retries and a
        description.
      </p>
      <div className={classes.buttons} style={{ marginTop: 8 }}>
        <Button variant="default" size="xs" onClick={add}>
          Add settings
        </Button>
      </div>
    </section>
  );
}
