import { mkdirSync, rmSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service # hand-written\n';
const RENAMED = DOCUMENT.replace('books', 'accounts');
const THEIRS = DOCUMENT.replace('books', 'journals');

test('saves a new document, under another name too, and lists both as recent', async ({ app, place }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await app.page.keyboard.press('ControlOrMeta+s');
  const dialog = app.dialog('Save the document');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('first');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(place.read('first.arch.yaml')).toBe(DOCUMENT);
  await expect(app.page).toHaveTitle('first - Archwright');

  await app.yaml.replace(RENAMED);
  await expect(app.page).toHaveTitle('● first - Archwright');
  await app.page.keyboard.press('ControlOrMeta+Shift+s');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('second');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(place.read('second.arch.yaml')).toBe(RENAMED);
  expect(place.read('first.arch.yaml')).toBe(DOCUMENT);

  await app.command('Close: samples and recent files');
  const recent = app.page.getByRole('region', { name: /recent/i });
  await expect(recent.getByText('second', { exact: false }).first()).toBeVisible();
  await recent.getByRole('button', { name: /first/ }).first().click();
  await expect(app.canvas.card('books')).toBeVisible();
});

test('replaces an existing file only after a question', async ({ app, place }) => {
  place.write('taken.arch.yaml', THEIRS);
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await app.page.keyboard.press('ControlOrMeta+s');
  const dialog = app.dialog('Save the document');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('taken');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByText('There is a file taken.arch.yaml already', { exact: false })).toBeVisible();
  expect(place.read('taken.arch.yaml')).toBe(THEIRS);
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toBeHidden();
  expect(place.read('taken.arch.yaml')).toBe(DOCUMENT);
});

test('follows a file that changes on disk, as long as nothing is unsaved', async ({ app, place }) => {
  place.write('ledger.arch.yaml', DOCUMENT);
  await app.openFile('ledger.arch.yaml');
  place.write('ledger.arch.yaml', THEIRS);
  await expect(app.canvas.card('journals')).toBeVisible();
  await app.canvas.area.click({ position: { x: 20, y: 20 } });
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(app.canvas.card('books')).toBeVisible();
});

test.describe('a file that changed on disk while there are unsaved changes', () => {
  test.beforeEach(async ({ app, place }) => {
    place.write('ledger.arch.yaml', DOCUMENT);
    await app.openFile('ledger.arch.yaml');
    await app.yaml.replace(RENAMED);
    await expect(app.canvas.card('accounts')).toBeVisible();
    place.write('ledger.arch.yaml', THEIRS);
    await expect(
      app.page.getByText('was changed or removed by another program', { exact: false }),
    ).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+s');
    await expect(app.dialog('ledger.arch.yaml changed on disk')).toBeVisible();
    expect(place.read('ledger.arch.yaml')).toBe(THEIRS);
  });

  test('keeps mine on request', async ({ app, place }) => {
    const dialog = app.dialog('ledger.arch.yaml changed on disk');
    await dialog.getByRole('button', { name: 'Show the difference' }).click();
    await expect(dialog.locator('.monaco-diff-editor')).toContainText('journals');
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => place.read('ledger.arch.yaml')).toBe(RENAMED);
  });

  test('takes theirs on request, and gives mine back by undo', async ({ app, place }) => {
    await app.dialog('ledger.arch.yaml changed on disk').getByRole('button', { name: 'Take theirs' }).click();
    await expect(app.canvas.card('journals')).toBeVisible();
    expect(place.read('ledger.arch.yaml')).toBe(THEIRS);
    await app.canvas.area.click({ position: { x: 20, y: 20 } });
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(app.canvas.card('accounts')).toBeVisible();
  });
});

test('says why a file cannot be opened, and keeps the open document', async ({ app, place }) => {
  place.write('photo.arch.yaml', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]));
  place.write('huge.arch.yaml', Buffer.alloc(50 * 1024 * 1024, '# filler\n'));
  place.write('gone.arch.yaml', DOCUMENT);
  await app.startEmpty();
  await app.page.keyboard.press('ControlOrMeta+o');
  const dialog = app.dialog('Open a document');
  const attempts = [
    ['photo.arch.yaml', /binary|not text|no text/i],
    ['huge.arch.yaml', /20 ?M/i],
    ['gone.arch.yaml', /no longer|not there|no such|does not exist|is no file/i],
  ] as const;
  for (const [name, why] of attempts) {
    await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    if (name.startsWith('gone')) rmSync(place.path(name));
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(why);
  }
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.canvas.area).toBeVisible();
});

test('says that a file is gone with its folder, and saves the text elsewhere', async ({ app, place }) => {
  const { page } = app;
  place.write('ledger.arch.yaml', DOCUMENT);
  await app.openFile('ledger.arch.yaml');
  await app.yaml.replace(RENAMED);
  rmSync(place.home, { recursive: true });
  await page.keyboard.press('ControlOrMeta+s');
  const gone = app.dialog('ledger.arch.yaml is not there any more');
  await gone.getByRole('button', { name: 'Save again' }).click();
  await expect(app.toast(/Cannot save .*ledger\.arch\.yaml/)).toBeVisible();
  await expect.poll(() => place.journal().map(({ text }) => text)).toEqual([RENAMED]);

  mkdirSync(place.home);
  await app.toast('Could not save').getByRole('button', { name: 'Dismiss' }).click();
  await page.keyboard.press('ControlOrMeta+s');
  await gone.getByRole('button', { name: 'Save again' }).click();
  await expect.poll(() => place.read('ledger.arch.yaml')).toBe(RENAMED);
});
