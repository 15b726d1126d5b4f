import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { documentStore } from '../state/document.ts';
import { closeDialog } from '../state/view.ts';
import { session, settle, suggestedName } from './current.ts';
import { FileBrowser } from './FileBrowser.tsx';
import { fileNameOf, folderOf, joinPath, nameProblem, withSuffix } from './paths.ts';
import { useFolder } from './use-folder.ts';

/** Chooses where to save the document. A file that exists is replaced only after a question. */
export function SaveDialog({ saved }: { saved?: (() => void) | undefined }) {
  const { path } = documentStore.getState();
  const folder = useFolder(path === null ? undefined : folderOf(path), true);
  const [name, setName] = useState(() => (path === null ? suggestedName() : fileNameOf(path)));
  const [failure, setFailure] = useState<string>();
  const [replace, setReplace] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const problem = nameProblem(name);
    const parent = folder.listing?.path;
    setFailure(problem);
    if (problem !== undefined || parent === undefined) return;
    const target = joinPath(parent, withSuffix(name));
    setBusy(true);
    const outcome = await session.saveAs(target, replace === target || target === path);
    setBusy(false);
    if (outcome.type === 'written') return settle(outcome, saved);
    if (outcome.type === 'failed') return setFailure(outcome.why);
    setReplace(target);
    setFailure(`There is a file ${fileNameOf(target)} already. Choose another name, or press Replace.`);
  };
  const replacing =
    replace !== undefined &&
    folder.listing !== undefined &&
    replace === joinPath(folder.listing.path, withSuffix(name));

  return (
    <Modal opened onClose={closeDialog} title="Save the document" size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label="File name"
          data-autofocus
          value={name}
          error={failure}
          mb={12}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFailure(undefined);
          }}
        />
        <FileBrowser folder={folder} onChoose={(chosen) => setName(fileNameOf(chosen))} />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} color={replacing ? 'red.9' : undefined}>
            {replacing ? 'Replace' : 'Save'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
