import { rmSync } from 'node:fs';
import { expectAccessible } from '../support/accessibility.ts';
import { visitAgain } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service # hand-written\n';
const RENAMED = DOCUMENT.replace('books', 'accounts');
const THEIRS = DOCUMENT.replace('books', 'journals');

test('the dialogs of opening and saving can be used by everyone', async ({ app, place }) => {
  const { page } = app;
  place.write('ledger.arch.yaml', DOCUMENT);
  await app.startEmpty();
  await page.keyboard.press('?');
  await expect(app.dialog('Keyboard shortcuts')).toBeVisible();
  await expectAccessible(page, 'the shortcuts sheet');
  await page.keyboard.press('Escape');

  const save = app.dialog('Save the document');
  await page.keyboard.press('ControlOrMeta+Shift+s');
  await expectAccessible(page, 'the save dialog');
  await save.getByRole('textbox', { name: 'File name' }).fill('ledger');
  await save.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(save.getByRole('button', { name: 'Replace' })).toBeVisible();
  await expectAccessible(page, 'the question before a file is replaced');
  await page.keyboard.press('Escape');

  await app.paletteEntry('postgres').click();
  await page.keyboard.press('ControlOrMeta+o');
  const question = app.dialog(/^Save the changes/);
  await expect(question).toBeVisible();
  await expectAccessible(page, 'the question about unsaved changes');
  await question.getByRole('button', { name: "Don't save" }).click();

  const open = app.dialog('Open a document');
  await open.getByRole('button', { name: 'ledger.arch.yaml' }).click();
  await open.getByRole('button', { name: 'New folder' }).click();
  await expectAccessible(page, 'the open dialog');
  rmSync(place.path('ledger.arch.yaml'));
  await open.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(open.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'the open dialog with a failure');
});

test('what is said of a file that became another can be read by everyone', async ({ app, place }) => {
  const { page } = app;
  place.write('ledger.arch.yaml', DOCUMENT);
  await app.openFile('ledger.arch.yaml');
  await app.yaml.replace(RENAMED);
  await expect(app.canvas.card('accounts')).toBeVisible();
  place.write('ledger.arch.yaml', THEIRS);
  await expect(page.getByRole('alert').getByRole('button', { name: 'Compare' })).toBeVisible();
  await expectAccessible(page, 'the line about a file that changed on disk');
  await page.keyboard.press('ControlOrMeta+s');
  const changed = app.dialog('ledger.arch.yaml changed on disk');
  await expect(changed).toBeVisible();
  await expectAccessible(page, 'the changed-on-disk dialog');
  await changed.getByRole('button', { name: 'Show the difference' }).click();
  await expect(changed.locator('.monaco-diff-editor')).toContainText('journals');
  await expectAccessible(page, 'the comparison with the file on disk');
  await changed.getByRole('button', { name: 'Cancel' }).click();

  rmSync(place.path('ledger.arch.yaml'));
  await page.keyboard.press('ControlOrMeta+s');
  await expect(app.dialog('ledger.arch.yaml is not there any more')).toBeVisible();
  await expectAccessible(page, 'the gone-from-disk dialog');
});

test('what is said after a crash can be read by everyone', async ({ app, place, shell, browser }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await expect.poll(() => place.journal().length).toBe(1);
  app.guard.expect(/WebSocket|ERR_CONNECTION/);
  await shell.kill();
  await expect(app.page.getByText('Archwright cannot be reached')).toBeVisible();
  await expectAccessible(app.page, 'the line about a lost connection');
  await app.page.context().close();

  const again = await visitAgain(browser, shell, place, app.guard);
  await expect(again.dialog('Recover unsaved work')).toBeVisible();
  await expectAccessible(again.page, 'the recovery dialog');
  await again.page.context().close();
});

test('the output folder can be chosen by everyone', async ({ app }) => {
  const { page } = app;
  await app.openSample(/shop/i);
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByRole('button', { name: 'Choose the output folder' }).click();
  const dialog = app.dialog('Choose the output folder');
  await expect(dialog.getByRole('button', { name: 'Choose this folder' })).toBeEnabled();
  await expectAccessible(page, 'the output-folder dialog');
});
