import { Tooltip } from '@mantine/core';
import { useStore } from 'zustand';
import { runCommandById } from '../commands/registry.ts';
import { sessionStore } from '../files/session-store.ts';
import { documentStore } from '../state/document.ts';
import classes from './SaveState.module.css';
import { saveWords } from './save-words.ts';

/** Whether the document is in its file, and if not, why not. A click saves. */
export function SaveState() {
  const dirty = useStore(documentStore, (state) => state.dirty);
  const path = useStore(documentStore, (state) => state.path);
  const saving = useStore(sessionStore, (state) => state.saving);
  const failure = useStore(sessionStore, (state) => state.failure);
  const readOnly = useStore(sessionStore, (state) => state.readOnly);
  const { text, detail, tone } = saveWords({ dirty, path, saving, failure, readOnly });
  return (
    <Tooltip label={detail} multiline maw={360}>
      <button
        type="button"
        className={classes.state}
        data-tone={tone}
        data-testid="save-state"
        onClick={() => runCommandById('file.save')}
      >
        <span role="status">{text}</span>
      </button>
    </Tooltip>
  );
}
