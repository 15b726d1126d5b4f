import { readFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service\n';

test('exports a picture and a description, and replaces a file only after a question', async ({
  app,
  place,
}) => {
  place.write('ledger.arch.yaml', DOCUMENT);
  place.write('ledger.md', 'mine');
  await app.openFile('ledger.arch.yaml');
  await app.page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = app.dialog('Export');
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue('ledger.svg');

  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await app.page.getByRole('option', { name: 'PNG picture' }).click();
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toHaveValue('ledger.png');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(app.page.getByText('Exported ledger.png.')).toBeVisible();
  expect(readFileSync(place.path('ledger.png')).subarray(1, 4).toString()).toBe('PNG');

  await app.command('Export...');
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await app.page.getByRole('option', { name: 'Description (Markdown)' }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText('There is a file ledger.md already', { exact: false })).toBeVisible();
  expect(place.read('ledger.md')).toBe('mine');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toBeHidden();
  expect(place.read('ledger.md')).toMatch(/^# Architecture of ledger\n/);
});
