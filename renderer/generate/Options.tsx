import { Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { targets } from '#generators';
import { IconButton } from '../app/IconButton.tsx';
import { notifyError } from '../app/notify.ts';
import { sessionStore } from '../files/session-store.ts';
import { host } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { downloadZip, writeFiles } from './current.ts';
import { FolderDialog } from './FolderDialog.tsx';
import classes from './GenerateView.module.css';
import { Outcome } from './Outcome.tsx';
import { generateStore } from './store.ts';

/** What is generated and where to, and the act itself. */
export function Options() {
  const valid = useStore(documentStore, (state) => state.parsed.valid);
  const { out, omitted, writing, loading, preview } = useStore(generateStore);
  const chosen = targets.length - omitted.length;
  return (
    <section className={classes.options} aria-label="What to generate">
      <OutputFolder />
      <fieldset className={classes.group}>
        <legend className={classes.label}>Targets</legend>
        <div className={classes.targets}>
          {targets.map(({ id, title, description }) => (
            <Tooltip key={id} label={description} multiline maw={280} position="right" openDelay={500}>
              <div>
                <Checkbox
                  size="xs"
                  label={title}
                  checked={!omitted.includes(id)}
                  onChange={(event) => chooseTarget(id, event.currentTarget.checked)}
                />
              </div>
            </Tooltip>
          ))}
        </div>
      </fieldset>
      <div className={classes.acts}>
        <Button
          style={{ flex: 1 }}
          loading={writing}
          disabled={!valid || out === null || chosen === 0 || preview === null}
          onClick={() => void writeFiles()}
        >
          Write files
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          disabled={!valid || preview === null || loading}
          onClick={() =>
            void downloadZip().catch((error) => notifyError('Could not make the archive', error))
          }
        >
          Zip
        </Button>
      </div>
      <Outcome />
    </section>
  );
}

function chooseTarget(id: string, wanted: boolean) {
  const { omitted } = generateStore.getState();
  generateStore.setState({ omitted: wanted ? omitted.filter((other) => other !== id) : [...omitted, id] });
}

/** What was said of files of one folder says nothing of another's. */
function chooseFolder(out: string | null) {
  generateStore.setState({ out, result: null, choices: {} });
}

function OutputFolder() {
  const out = useStore(generateStore, (state) => state.out);
  const native = useStore(sessionStore, (state) => state.info?.nativeDialogs ?? false);
  const [choosing, setChoosing] = useState(false);
  const [draft, setDraft] = useState<string>();
  const choose = async () => {
    if (!native) return setChoosing(true);
    const picked = await host.files.pick({ purpose: 'folder', ...(out === null ? {} : { suggested: out }) });
    if (picked) chooseFolder(picked.path);
  };
  const commit = () => {
    if (draft !== undefined) chooseFolder(draft.trim() === '' ? null : draft.trim());
    setDraft(undefined);
  };
  return (
    <div className={classes.folder}>
      <TextInput
        style={{ flex: 1 }}
        label="Output folder"
        placeholder="Choose a folder"
        value={draft ?? out ?? ''}
        spellCheck={false}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      <IconButton
        label="Choose the output folder"
        onClick={() => void choose().catch((error) => notifyError('Could not choose a folder', error))}
      >
        <IconFolder size={18} stroke={1.6} />
      </IconButton>
      {choosing && (
        <FolderDialog
          start={out}
          onClose={() => setChoosing(false)}
          onChoose={(folder) => {
            chooseFolder(folder);
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}
