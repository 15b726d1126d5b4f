import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import classes from './DocumentName.module.css';

/** Name of the system, edited in place: Enter or leaving the field takes it, Escape gives it up. */
export function DocumentName() {
  const name = useStore(documentStore, (state) => state.parsed.document.name);
  const path = useStore(documentStore, (state) => state.path);
  const [draft, setDraft] = useState(name);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    setDraft(name);
    setProblem(undefined);
  }, [name]);

  const commit = () => {
    if (draft === name) return setProblem(undefined);
    const result = documentStore
      .getState()
      .dispatch({ type: 'set', path: ['name'], value: draft }, { title: 'rename the system' });
    setProblem(result.ok ? undefined : result.problem.message);
  };
  return (
    <Tooltip
      label={problem ?? path ?? 'In no file yet'}
      color={problem ? 'red' : undefined}
      opened={problem ? true : undefined}
    >
      <input
        className={classes.name}
        aria-label="Name of the system"
        aria-invalid={problem !== undefined}
        value={draft}
        size={Math.max(4, Math.min(32, draft.length))}
        spellCheck={false}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key !== 'Escape') return;
          setDraft(name);
          setProblem(undefined);
        }}
      />
    </Tooltip>
  );
}
