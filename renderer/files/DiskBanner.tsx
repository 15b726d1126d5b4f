import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { notifyError } from '../app/notify.ts';
import { host } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { showDialog } from '../state/view.ts';
import { Banner } from './Banner.tsx';
import { diskStateOf } from './disk-state.ts';
import { fileNameOf } from './paths.ts';
import { sessionStore } from './session-store.ts';

/** Says that the file became another on disk while there are unsaved changes, or that unsaved text cannot be kept safe. */
export function DiskBanner() {
  const changed = useStore(sessionStore, (state) => state.changedOutside);
  const journalFailure = useStore(sessionStore, (state) => state.journalFailure);
  const path = useStore(documentStore, (state) => state.path);
  if (changed && path !== null) return <ChangedBanner path={path} />;
  if (journalFailure === null) return null;
  return (
    <Banner tone="error">
      Unsaved changes cannot be kept safe against a crash: {journalFailure} Save the document.
    </Banner>
  );
}

function ChangedBanner({ path }: { path: string }) {
  const compare = async () => {
    try {
      showDialog({ type: 'changed-on-disk', ...(await diskStateOf(path, host.files)) });
    } catch (error) {
      notifyError('The file could not be read', error);
    }
  };
  return (
    <Banner tone="warning">
      {fileNameOf(path)} was changed or removed by another program, and you have unsaved changes.
      <Button size="xs" variant="default" onClick={() => void compare()}>
        Compare
      </Button>
      <Button size="xs" variant="subtle" onClick={() => sessionStore.setState({ changedOutside: false })}>
        Later
      </Button>
    </Banner>
  );
}
