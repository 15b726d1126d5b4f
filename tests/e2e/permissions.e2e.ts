import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';
import { bound } from '../support/ordinary-user.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service # hand-written\n';
const RENAMED = DOCUMENT.replace('books', 'accounts');

const by = bound();
const NEEDS = 'needs an ordinary user, or setpriv and the right to give up rights';
if (by === undefined) process.stdout.write(`permissions.e2e.ts skipped: ${NEEDS}\n`);
test.skip(by === undefined, NEEDS);
test.use({ by: by ?? [] });

test('opens a file that may only be read, and saves it elsewhere', async ({ app, place }) => {
  const path = place.write('ledger.arch.yaml', DOCUMENT);
  chmodSync(path, 0o444);
  await app.openFile('ledger.arch.yaml');
  await expect(app.page.getByTestId('save-state')).toHaveText('Saved, read-only');
  await app.yaml.replace(RENAMED);
  await app.page.keyboard.press('ControlOrMeta+s');
  const save = app.dialog('Save the document');
  await save.getByRole('textbox', { name: 'File name' }).fill('mine');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();
  expect(place.read('mine.arch.yaml')).toBe(RENAMED);
  expect(readFileSync(path, 'utf8')).toBe(DOCUMENT);
  await expect(app.page.getByTestId('save-state')).toHaveText('Saved');
});

test('says that a file or a folder may not be read, and keeps the open document', async ({ app, place }) => {
  chmodSync(place.write('secret.arch.yaml', DOCUMENT), 0o000);
  mkdirSync(place.path('closed'), { mode: 0o000 });
  await app.startEmpty();
  await app.page.keyboard.press('ControlOrMeta+o');
  const dialog = app.dialog('Open a document');
  await dialog.getByRole('button', { name: /^secret/ }).click();
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is no permission for it');
  await dialog.getByRole('button', { name: /^closed/ }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'closed' })).toContainText(
    'There is no permission for it',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.canvas.area).toBeVisible();
});

test('says that a folder may not be written, loses nothing, and saves elsewhere', async ({ app, place }) => {
  const closed = place.path('closed');
  mkdirSync(closed);
  const path = place.write('closed/ledger.arch.yaml', DOCUMENT);
  mkdirSync(place.path('open'));
  await app.page.keyboard.press('ControlOrMeta+o');
  const open = app.dialog('Open a document');
  await open.getByRole('button', { name: /^closed/ }).click();
  await open.getByRole('button', { name: /^ledger/ }).dblclick();
  await expect(app.canvas.card('books')).toBeVisible();
  await app.yaml.replace(RENAMED);
  chmodSync(closed, 0o555);

  await app.page.keyboard.press('ControlOrMeta+s');
  const message = app.toast('Could not save');
  await expect(message).toContainText('There is no permission for it');
  await expect(app.page.getByTestId('save-state')).toContainText('Could not save');
  expect(readFileSync(path, 'utf8')).toBe(DOCUMENT);
  expect(readdirSync(closed), 'no half-written file').toEqual(['ledger.arch.yaml']);
  expect(await app.yaml.text()).toBe(RENAMED);
  await expect.poll(() => place.journal().map(({ text }) => text)).toEqual([RENAMED]);

  await message.getByRole('button', { name: 'Dismiss' }).click();
  await app.focusCanvas();
  await app.page.keyboard.press('ControlOrMeta+Shift+s');
  const save = app.dialog('Save the document');
  await save.getByRole('button', { name: 'Parent folder' }).click();
  await save.getByRole('button', { name: /^open/ }).click();
  await expect(save.getByText('Nothing to show here.')).toBeVisible();
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save).toBeHidden();
  expect(place.read('open/ledger.arch.yaml')).toBe(RENAMED);
  await expect.poll(() => place.journal()).toEqual([]);
});

test('says that the output folder may not be written', async ({ app, place }) => {
  const { page } = app;
  mkdirSync(place.path('closed'), { mode: 0o555 });
  await app.openSample(/shop/i);
  await page.getByRole('tab', { name: 'Generate' }).click();
  const folder = page.getByRole('textbox', { name: 'Output folder' });
  await folder.fill(place.path('closed'));
  await folder.press('Enter');
  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no permission for it');
  expect(readdirSync(place.path('closed'))).toEqual([]);
});
