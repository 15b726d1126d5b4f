import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { Lazily } from '../app/lazily.tsx';
import { documentStore } from '../state/document.ts';
import { closeDialog } from '../state/view.ts';
import { session, settle } from './current.ts';
import { fileNameOf } from './paths.ts';
import type { DiskConflict } from './session.ts';

const loadDiffEditor = async () => (await import('../yaml/DiffEditor.tsx')).DiffEditor;

/** The file became another on disk since it was read: whose text stays is the person's choice, and neither is lost unseen. */
export function ChangedOnDiskDialog({ conflict }: { conflict: DiskConflict }) {
  const [compare, setCompare] = useState(false);
  const [busy, setBusy] = useState(false);
  const mine = documentStore.getState().text;

  const keepMine = async () => {
    setBusy(true);
    settle(await session.saveAs(conflict.path, true));
    setBusy(false);
  };
  const takeTheirs = () => {
    session.takeFromDisk(conflict);
    closeDialog();
  };

  return (
    <Modal
      opened
      onClose={closeDialog}
      title={`${fileNameOf(conflict.path)} changed on disk`}
      size={compare ? 'min(1200px, 94vw)' : 520}
    >
      <Text c="var(--aw-text-2)">
        Another program wrote this file after you opened it. Keep your text and replace the file, or take the
        file's text; Undo brings yours back.
      </Text>
      {compare && (
        <div style={{ height: '56vh', marginTop: 12 }}>
          <Lazily
            what="the comparison"
            load={loadDiffEditor}
            props={{
              original: conflict.text,
              modified: mine,
              language: 'yaml',
              originalLabel: 'On disk',
              modifiedLabel: 'Yours',
            }}
          />
        </div>
      )}
      <Group justify="space-between" mt={20}>
        <Button variant="subtle" onClick={() => setCompare(!compare)} aria-expanded={compare}>
          {compare ? 'Hide the difference' : 'Show the difference'}
        </Button>
        <Group gap={8}>
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button variant="default" onClick={takeTheirs}>
            Take theirs
          </Button>
          <Button loading={busy} onClick={() => void keepMine()}>
            Keep mine
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}
