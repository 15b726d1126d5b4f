import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { JournalEntry } from '#host/contract';
import { notifyError } from '../app/notify.ts';
import { host } from '../host.ts';
import { closeDialog } from '../state/view.ts';
import { ago } from './ago.ts';
import { journal, leaveDocument, session } from './current.ts';
import classes from './RecoveryDialog.module.css';

/** At the start, after a crash or a kill: what was not saved, to be recovered or dropped. */
export function RecoveryDialog({ entries }: { entries: readonly JournalEntry[] }) {
  const [left, setLeft] = useState(entries);

  const without = (id: string) => {
    const rest = left.filter((entry) => entry.id !== id);
    setLeft(rest);
    if (rest.length === 0) closeDialog();
  };
  const recover = (entry: JournalEntry) =>
    leaveDocument(() => {
      journal.adopt(entry.id, entry.text);
      void session.recover(entry);
    });
  const discard = (entry: JournalEntry) =>
    host.journal
      .discard({ id: entry.id })
      .then(() => without(entry.id))
      .catch((error) => notifyError('The entry could not be dropped', error));

  return (
    <Modal opened onClose={closeDialog} title="Recover unsaved work" size={560}>
      <Text c="var(--aw-text-2)">
        Archwright ended before {left.length === 1 ? 'this document was' : 'these documents were'} saved.
        Nothing is lost:
      </Text>
      <ul className={classes.list}>
        {left.map((entry, index) => (
          <li key={entry.id} className={classes.entry}>
            <div className={classes.what}>
              <strong>{entry.name}</strong>
              <span className={classes.where}>
                {entry.path ?? 'not in a file yet'}, changed {ago(entry.savedAt, Date.now())}
              </span>
            </div>
            <Group gap={8} wrap="nowrap">
              <Button
                variant="subtle"
                color="red"
                onClick={() => void discard(entry)}
                aria-label={`Discard ${entry.name}`}
              >
                Discard
              </Button>
              <Button
                data-autofocus={index === 0 || undefined}
                onClick={() => recover(entry)}
                aria-label={`Recover ${entry.name}`}
              >
                Recover
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" onClick={closeDialog}>
          Decide later
        </Button>
      </Group>
    </Modal>
  );
}
