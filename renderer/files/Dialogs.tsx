import { useStore } from 'zustand';
import { ShortcutSheet } from '../commands/ShortcutSheet.tsx';
import { viewStore } from '../state/view.ts';
import { ChangedOnDiskDialog } from './ChangedOnDiskDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { GoneFromDiskDialog } from './GoneFromDiskDialog.tsx';
import { OpenDialog } from './OpenDialog.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useStore(viewStore, (state) => state.dialog);
  switch (dialog.type) {
    case 'none':
      return null;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'open-file':
      return <OpenDialog />;
    case 'save-file':
      return <SaveDialog saved={dialog.saved} />;
    case 'export':
      return <ExportDialog />;
    case 'unsaved':
      return <UnsavedDialog proceed={dialog.proceed} />;
    case 'changed-on-disk':
      return dialog.version === null ? (
        <GoneFromDiskDialog path={dialog.path} />
      ) : (
        <ChangedOnDiskDialog conflict={dialog} />
      );
    case 'recovery':
      return <RecoveryDialog entries={dialog.entries} />;
  }
}
