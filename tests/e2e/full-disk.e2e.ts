import { readdirSync, readFileSync } from 'node:fs';
import { test as base, expect } from '../support/fixtures.ts';
import { SmallDisk } from '../support/small-disk.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service # hand-written\n';
const RENAMED = DOCUMENT.replace('books', 'accounts');
const NEEDS = 'needs the right to mount a file system';

interface Disks {
  /** A small disk at the folder `disk` of the home. */
  disk: SmallDisk;
  /** A small disk where the product keeps its journal. */
  journalDisk: SmallDisk;
}

const test = base.extend<Disks>({
  disk: async ({ place }, use) => lend(place.path('disk'), use),
  journalDisk: async ({ place }, use) => lend(place.data, use),
});

async function lend(folder: string, use: (disk: SmallDisk) => Promise<void>): Promise<void> {
  const disk = SmallDisk.mount(folder);
  if (disk === undefined) {
    process.stdout.write(`full-disk.e2e.ts skipped: ${NEEDS}\n`);
    test.skip(true, NEEDS);
    return;
  }
  await use(disk);
  disk.unmount();
}

test('says that the disk is full, loses nothing, saves elsewhere and, with room again, there', async ({
  disk,
  app,
  place,
}) => {
  const { page } = app;
  const path = place.write('disk/ledger.arch.yaml', DOCUMENT);
  await page.keyboard.press('ControlOrMeta+o');
  const open = app.dialog('Open a document');
  await open.getByRole('button', { name: /^disk/ }).click();
  await open.getByRole('button', { name: /^ledger/ }).dblclick();
  await expect(app.canvas.card('books')).toBeVisible();
  await app.yaml.replace(RENAMED);
  disk.fill();

  await page.keyboard.press('ControlOrMeta+s');
  const message = app.toast('Could not save');
  await expect(message).toContainText('The disk is full. Free some space and try again; nothing was lost.');
  expect(readFileSync(path, 'utf8')).toBe(DOCUMENT);
  expect(readdirSync(place.path('disk')).toSorted(), 'no half-written file').toEqual([
    'ballast',
    'ledger.arch.yaml',
  ]);
  expect(await app.yaml.text()).toBe(RENAMED);
  await expect.poll(() => place.journal().map(({ text }) => text)).toEqual([RENAMED]);
  await message.getByRole('button', { name: 'Dismiss' }).click();

  disk.free();
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  expect(readFileSync(path, 'utf8')).toBe(RENAMED);

  disk.fill();
  await app.rename('accounts', 'journals');
  await page.keyboard.press('ControlOrMeta+Shift+s');
  const save = app.dialog('Save the document');
  const file = save.getByRole('textbox', { name: 'File name' });
  await file.fill('elsewhere');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toContainText('The disk is full');
  await save.getByRole('button', { name: 'Parent folder' }).click();
  await expect(save.getByRole('button', { name: /^disk/ })).toBeVisible();
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();
  expect(place.read('elsewhere.arch.yaml')).toContain('journals:');
  expect(readFileSync(path, 'utf8')).toBe(RENAMED);
});

test('says that unsaved work cannot be kept safe, until it can again', async ({
  journalDisk,
  app,
  place,
}) => {
  const { page } = app;
  await app.startEmpty();
  journalDisk.fill();
  await app.yaml.replace(DOCUMENT);
  const warning = page.getByRole('alert').filter({ hasText: 'Unsaved changes cannot be kept safe' });
  await expect(warning).toContainText('The disk is full');

  journalDisk.free();
  await app.yaml.replace(RENAMED);
  await expect(warning).toBeHidden();
  expect(place.journal().map(({ text }) => text)).toEqual([RENAMED]);
});

test('says in Generate that the disk is full, and leaves no half-written file', async ({
  disk,
  app,
  place,
}) => {
  const { page } = app;
  await app.openSample(/shop/i);
  await page.getByRole('tab', { name: 'Generate' }).click();
  const folder = page.getByRole('textbox', { name: 'Output folder' });
  await folder.fill(place.path('disk/build'));
  await folder.press('Enter');
  disk.fill();
  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(page.getByRole('alert')).toContainText('The disk is full');
  const left = readdirSync(place.path('disk'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['ballast']);
});
