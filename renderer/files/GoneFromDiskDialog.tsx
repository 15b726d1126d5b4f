import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { closeDialog, showDialog } from '../state/view.ts';
import { session, settle } from './current.ts';
import { fileNameOf, folderOf } from './paths.ts';

/** The file, or the folder it lay in, is not there any more: the text is saved there again, or elsewhere. */
export function GoneFromDiskDialog({ path }: { path: string }) {
  const [busy, setBusy] = useState(false);
  const saveAgain = async () => {
    setBusy(true);
    settle(await session.saveAs(path, true));
  };
  return (
    <Modal opened onClose={closeDialog} title={`${fileNameOf(path)} is not there any more`} size={520}>
      <Text c="var(--aw-text-2)">
        The file was deleted, moved or renamed after you opened it. Your text is still here: save it in{' '}
        {folderOf(path)} again, or elsewhere.
      </Text>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button variant="default" onClick={() => showDialog({ type: 'save-file' })}>
          Save elsewhere
        </Button>
        <Button loading={busy} data-autofocus onClick={() => void saveAgain()}>
          Save again
        </Button>
      </Group>
    </Modal>
  );
}
