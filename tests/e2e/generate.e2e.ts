import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from '../support/accessibility.ts';
import type { App } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample(/shop/i);
  await app.page.getByRole('tab', { name: 'Generate' }).click();
  await expect(file(app, 'compose.app.yaml')).toBeVisible();
});

const file = ({ page }: App, name: string) =>
  page.getByTestId('file-tree').getByRole('treeitem', { name: new RegExp(`^${name}`) });

async function writeTo(app: App, out: string): Promise<void> {
  const folder = app.page.getByRole('textbox', { name: 'Output folder' });
  await folder.fill(out);
  await folder.press('Enter');
  await app.page.getByRole('button', { name: 'Write files' }).click();
  await expect(app.page.getByRole('status').filter({ hasText: /^Wrote \d+ files/ })).toBeVisible();
}

const preview = ({ page }: App) => page.getByTestId('file-preview');
const fate = ({ page }: App) => page.getByTestId('file-fate');
const report = ({ page }: App) => page.getByRole('list', { name: 'Files that you changed' });

/** Renames a component on the canvas and comes back. */
async function renameCarts(app: App): Promise<void> {
  await app.page.getByRole('tab', { name: 'Design' }).click();
  await app.focusCanvas();
  await app.rename('carts', 'baskets');
  await app.page.getByRole('tab', { name: 'Generate' }).click();
}

test('merges what was edited by hand with what is new, and shows it before', async ({ app, place }) => {
  const { page } = app;
  const out = place.path('build');
  await file(app, 'compose.app.yaml').click();
  await expect(preview(app)).toContainText('services:');
  await expect(file(app, 'compose.app.yaml')).toContainText('New');
  await writeTo(app, out);
  const compose = join(out, 'compose.app.yaml');
  const written = readFileSync(compose, 'utf8');
  expect(existsSync(join(out, 'archwright.lock.json'))).toBe(true);
  await expect(file(app, 'compose.app.yaml')).not.toContainText('New');

  writeFileSync(compose, `${written}# edited by hand\n`);
  await renameCarts(app);
  await expect(file(app, 'compose.app.yaml')).toContainText('Merged');
  await file(app, 'compose.app.yaml').click();
  await expect(fate(app)).toContainText('Your changes stay, and what is new comes in.');
  await page.getByText('Your changes', { exact: true }).click();
  await expect(page.locator('.monaco-diff-editor')).toContainText('edited by hand');

  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(report(app)).toContainText('compose.app.yaml: merged');
  expect(readFileSync(compose, 'utf8')).toContain('# edited by hand');
  expect(readFileSync(compose, 'utf8')).toContain('baskets');
});

test('keeps a file in conflict, shows all three texts, and settles it as told', async ({ app, place }) => {
  const { page } = app;
  const out = place.path('build');
  await writeTo(app, out);
  const compose = join(out, 'compose.app.yaml');
  const edited = readFileSync(compose, 'utf8').replace(/CARTS_URL: .*/, 'CARTS_URL: redis://mine');
  expect(edited).toContain('redis://mine');
  writeFileSync(compose, edited);
  await renameCarts(app);
  await page
    .getByRole('group', { name: 'What writing would do' })
    .getByRole('button', { name: /Conflict/ })
    .click();
  await file(app, 'compose.app.yaml').click();
  const conflict = preview(app)
    .getByRole('region', { name: /^Conflict in line \d+/ })
    .first();
  await expect(conflict.getByRole('figure', { name: 'Last generated' })).toContainText('CARTS_URL: redis://');
  await expect(conflict.getByRole('figure', { name: 'Yours' })).toContainText('CARTS_URL: redis://mine');
  await expect(conflict.getByRole('figure', { name: 'New' })).toContainText('BASKETS_URL: redis://');
  await expect(fate(app)).toContainText('compose.app.yaml.new');
  await expectAccessible(page, 'a conflict');

  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(report(app)).toContainText('compose.app.yaml: conflict');
  expect(readFileSync(compose, 'utf8')).toBe(edited);
  expect(readFileSync(`${compose}.new`, 'utf8')).toContain('baskets');

  await page.getByRole('button', { name: 'Use the new text' }).click();
  await expect(fate(app)).toContainText('compose.app.yaml.mine');
  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(report(app)).toContainText('yours in compose.app.yaml.mine');
  expect(readFileSync(compose, 'utf8')).toContain('baskets');
  expect(readFileSync(`${compose}.mine`, 'utf8')).toBe(edited);
  expect(existsSync(`${compose}.new`)).toBe(false);
});

test('leaves a deleted file deleted until it is wanted back', async ({ app, place }) => {
  const { page } = app;
  const out = place.path('build');
  await writeTo(app, out);
  const readme = join(out, 'README.md');
  rmSync(readme);
  await page.getByRole('button', { name: /^Compare with the output folder/ }).click();
  await expect(file(app, 'README.md')).toContainText('Deleted by hand');
  await file(app, 'README.md').click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(fate(app)).toContainText('it is written again');
  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Wrote 1 file/ })).toBeVisible();
  expect(existsSync(readme)).toBe(true);
});

test('writes the chosen targets and no others', async ({ app, place }) => {
  const { page } = app;
  await page.getByRole('checkbox', { name: 'Kubernetes' }).uncheck();
  await expect(file(app, 'kubernetes')).toHaveCount(1);
  await page.getByRole('checkbox', { name: 'Compose' }).uncheck();
  await expect(file(app, 'compose.app.yaml')).toHaveCount(0);
  await writeTo(app, place.path('build'));
  expect(existsSync(place.path('build/compose.yaml'))).toBe(false);
  expect(existsSync(place.path('build/services/package.json'))).toBe(true);
});

test('leaves files alone that it did not make', async ({ app, place }) => {
  const out = place.path('');
  const mine = place.write('README.md', 'mine\n');
  await writeTo(app, out);
  expect(readFileSync(mine, 'utf8')).toBe('mine\n');
  await expect(report(app)).toContainText('README.md: foreign');
});

test('copies a file and packs exactly the files it shows into a zip', async ({ app }) => {
  const { page } = app;
  await file(app, 'compose.app.yaml').click();
  await page.getByRole('button', { name: 'Copy the file' }).click();
  await expect(app.toast('Copied compose.app.yaml')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('services:');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Zip' }).click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe('shop-microservices.zip');
  const files = unzipSync(readFileSync(await archive.path()));
  const names = Object.keys(files);
  expect(names.filter((name) => name.includes('..') || name.startsWith('/'))).toEqual([]);
  expect(names.some((name) => name.endsWith('kubernetes/base/kustomization.yaml'))).toBe(true);
  const compose = names.find((name) => /(^|\/)compose\.app\.yaml$/.test(name)) ?? '';
  expect(strFromU8(files[compose] ?? new Uint8Array())).toBe(copied);
});

test('generates from a valid document only, and leads to its errors', async ({ app }) => {
  const { page, yaml } = app;
  await page.getByRole('tab', { name: 'Design' }).click();
  await yaml.replace('archwright: 1\nname: broken\ncomponents:\n  books:\n    kind: servise\n');
  await page.getByRole('tab', { name: 'Generate' }).click();
  await expect(page.getByRole('button', { name: 'Write files' })).toBeDisabled();
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Line 5:/ })
    .click();
  await expect(yaml.editor).toHaveClass(/focused/);
});
