import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { wordsOf } from '../app/error-words.ts';
import { documentStore } from '../state/document.ts';
import { closeDialog } from '../state/view.ts';
import { session } from './current.ts';
import { FileBrowser } from './FileBrowser.tsx';
import { folderOf } from './paths.ts';
import { useFolder } from './use-folder.ts';

/** Chooses a document to open. */
export function OpenDialog() {
  const { path } = documentStore.getState();
  const folder = useFolder(path === null ? undefined : folderOf(path), true);
  const [chosen, setChosen] = useState<string>();
  const [failure, setFailure] = useState<string>();

  const open = (wanted: string) => {
    session.openPath(wanted).catch((error: unknown) => setFailure(wordsOf(error)));
  };

  return (
    <Modal opened onClose={closeDialog} title="Open a document" size={640}>
      <FileBrowser folder={folder} chosen={chosen} onChoose={setChosen} onOpen={open} />
      {failure && (
        <Text role="alert" c="var(--aw-error)" mt={8}>
          {failure}
        </Text>
      )}
      <Group justify="space-between" mt={16}>
        <Text size="xs" c="dimmed">
          Documents end in .arch.yaml
        </Text>
        <Group gap={8}>
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button disabled={chosen === undefined} onClick={() => chosen !== undefined && open(chosen)}>
            Open
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}
