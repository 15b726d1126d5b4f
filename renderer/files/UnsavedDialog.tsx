import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { notifyError } from '../app/notify.ts';
import { documentStore } from '../state/document.ts';
import { closeDialog } from '../state/view.ts';
import { journal, saveDocument } from './current.ts';

/** Before the document is left: save its changes, drop them, or stay. */
export function UnsavedDialog({ proceed }: { proceed: () => void }) {
  const [busy, setBusy] = useState(false);
  const { name } = documentStore.getState();

  const save = async () => {
    setBusy(true);
    await saveDocument(proceed).catch((error) => notifyError('Could not save', error));
    setBusy(false);
  };
  const discard = async () => {
    setBusy(true);
    await journal.discard().catch((error) => notifyError('The recovery journal could not be cleared', error));
    closeDialog();
    proceed();
  };

  return (
    <Modal opened onClose={closeDialog} title={`Save the changes to ${name}?`} size={440}>
      <Text c="var(--aw-text-2)">What you changed since the last save is lost if you don't save it.</Text>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="subtle" color="red" disabled={busy} onClick={() => void discard()}>
          Don't save
        </Button>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button data-autofocus loading={busy} onClick={() => void save()}>
          Save
        </Button>
      </Group>
    </Modal>
  );
}
