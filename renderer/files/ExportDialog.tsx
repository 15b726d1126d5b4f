import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ExportFormat } from '#host/contract';
import { notifyDone } from '../app/notify.ts';
import { failureOf } from '../host/failure.ts';
import { host } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { closeDialog } from '../state/view.ts';
import { FORMATS, named } from './export-formats.ts';
import { FileBrowser } from './FileBrowser.tsx';
import { fileNameOf, folderOf, joinPath, nameProblem } from './paths.ts';
import { useFolder } from './use-folder.ts';

const CHOICES = Object.entries(FORMATS).map(([value, { label }]) => ({
  value: value as ExportFormat,
  label,
}));
const THEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Writes the drawing, or the document in another format, into a file of the person's choice. */
export function ExportDialog() {
  const { path, name: title, text } = documentStore.getState();
  const folder = useFolder(path === null ? undefined : folderOf(path), false);
  const [format, setFormat] = useState<ExportFormat>('svg');
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [name, setName] = useState(() => named(title || 'untitled', 'svg'));
  const [failure, setFailure] = useState<string>();
  const [replace, setReplace] = useState<string>();
  const [busy, setBusy] = useState(false);
  const target =
    folder.listing === undefined ? undefined : joinPath(folder.listing.path, named(name, format));
  const replacing = replace !== undefined && replace === target;

  const write = async () => {
    const problem = nameProblem(name);
    setFailure(problem);
    if (problem !== undefined || target === undefined) return;
    setBusy(true);
    try {
      await host.export.write({ text, format, theme, path: target, force: replacing });
      closeDialog();
      notifyDone(`Exported ${fileNameOf(target)}.`);
    } catch (error) {
      const why = failureOf(error);
      if (why.code !== 'OUTSIDE' || why.data.code !== 'EEXIST') return setFailure(why.message);
      setReplace(target);
      setFailure(`There is a file ${fileNameOf(target)} already. Choose another name, or press Replace.`);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={closeDialog} title="Export" size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <Group gap={12} mb={12} grow align="flex-start">
          <Select
            label="Format"
            data={CHOICES}
            value={format}
            allowDeselect={false}
            onChange={(chosen) => {
              if (chosen === null) return;
              setFormat(chosen);
              setName(named(name, chosen));
              setFailure(undefined);
            }}
          />
          <Select
            label="Colours"
            data={[...THEMES]}
            value={theme}
            allowDeselect={false}
            disabled={!FORMATS[format].picture}
            onChange={(chosen) => chosen !== null && setTheme(chosen)}
          />
        </Group>
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
        <FileBrowser folder={folder} />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={closeDialog}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} color={replacing ? 'red.9' : undefined}>
            {replacing ? 'Replace' : 'Export'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
