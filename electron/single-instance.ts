import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * Keeps to one running application: a second start hands its file over and ends.
 *
 * @param focus brings the window to the front
 * @param open opens a document, by its absolute path
 * @returns false in the second one, which has to end
 */
export function setupSingleInstance(focus: () => void, open: (path: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, folder) => {
    focus();
    const path = documentIn(argv, folder);
    if (path !== null) open(path);
  });
  // macOS does not start a second one but sends an event, possibly before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    focus();
    open(path);
  });
  return true;
}

/**
 * Finds the document on a command line: `archwright FILE` when installed, `electron . FILE` from a checkout.
 *
 * @param folder that a relative path starts from
 * @returns its absolute path, `null` where none is named
 */
export function documentIn(argv: readonly string[], folder: string): string | null {
  const file = argv.slice(1).findLast((argument) => !argument.startsWith('-') && /\.ya?ml$/i.test(argument));
  return file === undefined ? null : resolve(folder, file);
}
