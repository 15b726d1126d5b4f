import { Breadcrumbs, Button, Loader, TextInput, UnstyledButton } from '@mantine/core';
import { IconArrowUp, IconFile, IconFolder, IconFolderPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from '../app/IconButton.tsx';
import { ago } from './ago.ts';
import classes from './FileBrowser.module.css';
import { crumbsOf, joinPath, nameProblem } from './paths.ts';
import type { Folder } from './use-folder.ts';

interface FileBrowserProps {
  folder: Folder;
  /** Path of the chosen entry. */
  chosen?: string | undefined;
  onChoose?: (path: string) => void;
  /** Enter or double click on a document. */
  onOpen?: (path: string) => void;
}

/** Folders and documents of one folder, with the way there. For shells without the system's own dialogs. */
export function FileBrowser({ folder, chosen, onChoose, onOpen }: FileBrowserProps) {
  const { listing, failure, loading, go } = folder;
  return (
    <div className={classes.browser}>
      <div className={classes.bar}>
        <IconButton
          label="Parent folder"
          size="sm"
          disabled={!listing?.parent}
          onClick={() => listing?.parent && go(listing.parent)}
        >
          <IconArrowUp size={16} stroke={1.6} />
        </IconButton>
        <Breadcrumbs separator="/" separatorMargin={2} className={classes.crumbs}>
          {crumbsOf(listing?.path ?? '').map(({ name, path }) => (
            <UnstyledButton key={path} className={classes.crumb} onClick={() => go(path)}>
              {name}
            </UnstyledButton>
          ))}
        </Breadcrumbs>
        {loading && <Loader size={14} aria-label="Loading" />}
        <NewFolder folder={folder} />
      </div>
      {failure && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      <ul className={classes.list} aria-label="Files and folders" onKeyDown={moveFocus}>
        {listing?.entries.map((entry) => (
          <li key={entry.path}>
            <UnstyledButton
              className={classes.entry}
              data-chosen={entry.path === chosen || undefined}
              aria-current={entry.path === chosen || undefined}
              onClick={() => (entry.type === 'directory' ? go(entry.path) : onChoose?.(entry.path))}
              onDoubleClick={() => entry.type === 'document' && onOpen?.(entry.path)}
            >
              {entry.type === 'directory' ? (
                <IconFolder size={16} stroke={1.6} />
              ) : (
                <IconFile size={16} stroke={1.6} />
              )}
              <span className={classes.name}>{entry.name}</span>
              <span className={classes.date}>{ago(entry.modified, Date.now())}</span>
            </UnstyledButton>
          </li>
        ))}
        {listing?.entries.length === 0 && <li className={classes.empty}>Nothing to show here.</li>}
      </ul>
    </div>
  );
}

/** Arrow keys walk through the list. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function NewFolder({ folder }: { folder: Folder }) {
  const [name, setName] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const parent = folder.listing?.path;
  if (parent === undefined) return null;
  if (name === undefined) {
    return (
      <IconButton label="New folder" size="sm" onClick={() => setName('')}>
        <IconFolderPlus size={16} stroke={1.6} />
      </IconButton>
    );
  }
  const create = async () => {
    const problem = nameProblem(name) ?? (await folder.create(joinPath(parent, name.trim())));
    setFailure(problem);
    if (problem === undefined) setName(undefined);
  };
  return (
    // Not a form: the browser may stand inside of one.
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the keys of the field inside
    <div
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          void create();
        }
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setName(undefined);
      }}
    >
      <TextInput
        aria-label="Name of the new folder"
        placeholder="New folder"
        size="xs"
        autoFocus
        value={name}
        error={failure}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={() => void create()}>
        Create
      </Button>
    </div>
  );
}
