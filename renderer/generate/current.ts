import { targets } from '#generators';
import { notifyDone, notifyError } from '../app/notify.ts';
import { host } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';
import { createGenerateController } from './controller.ts';
import { generateStore } from './store.ts';

/** The Generate tab's way to the host. */
export const generator = createGenerateController({
  host,
  store: generateStore,
  input: () => {
    const { text, parsed } = documentStore.getState();
    if (!parsed.valid) return undefined;
    const { omitted } = generateStore.getState();
    const chosen = targets.map(({ id }) => id).filter((id) => !omitted.includes(id));
    return { text, layout: viewStore.getState().layout, targets: chosen };
  },
});

/** Writes the files and says what came of it. */
export async function writeFiles(): Promise<void> {
  const result = await generator.write();
  if (result)
    notifyDone(`Wrote ${result.written} ${result.written === 1 ? 'file' : 'files'} to ${result.out}.`);
}

/** Gives the whole tree to the browser as one archive. */
export async function downloadZip(): Promise<void> {
  const { preview } = generateStore.getState();
  if (!preview) return;
  const { zipOf } = await import('./zip.ts');
  const { name } = documentStore.getState().parsed.document;
  const url = URL.createObjectURL(new Blob([await zipOf(preview.files)], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}-${preview.layout}.zip`;
  link.click();
  // The browser has taken the data by the time the click returns to the event loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** Copies a file's text. */
export async function copyText(text: string, path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notifyDone(`Copied ${path}.`);
  } catch (error) {
    notifyError('Could not copy', error);
  }
}
