import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { PickPurpose } from '#host';

const FILTERS = [
  { name: 'Archwright documents', extensions: ['arch.yaml', 'yaml', 'yml'] },
  { name: 'All files', extensions: ['*'] },
];

/** Native dialogs: implements the contract's `files.pick`. */
export function nativePicker(currentWindow: () => BrowserWindow | undefined) {
  return async (purpose: PickPurpose, suggested: string | undefined): Promise<string | null> => {
    const window = currentWindow();
    if (!window) return null;
    if (purpose === 'save') {
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        defaultPath: suggested,
        filters: FILTERS,
      });
      return canceled || filePath === '' ? null : filePath;
    }
    const options: OpenDialogOptions =
      purpose === 'open'
        ? { properties: ['openFile'], filters: FILTERS }
        : { properties: ['openDirectory', 'createDirectory'] };
    const { filePaths, canceled } = await dialog.showOpenDialog(window, {
      ...options,
      defaultPath: suggested,
    });
    return canceled ? null : (filePaths[0] ?? null);
  };
}
