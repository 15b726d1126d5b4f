import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../support/fixtures.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample(/shop/i);
  await app.page.getByRole('tab', { name: 'Generate' }).click();
});

test('keeps what was edited by hand in a generated file, and shows the difference', async ({
  app,
  place,
}) => {
  const { page } = app;
  const out = place.path('build');
  await app.chooseOutput(out);
  await page.getByRole('button', { name: /^Write/ }).click();
  await expect(page.getByText(/\d+ files? written|Wrote \d+/i).first()).toBeVisible();
  const compose = join(out, 'compose.app.yaml');
  expect(existsSync(compose)).toBe(true);
  expect(existsSync(join(out, 'archwright.lock.json'))).toBe(true);

  const edited = `${readFileSync(compose, 'utf8')}# edited by hand\n`;
  writeFileSync(compose, edited);
  await page.getByRole('button', { name: /refresh|compare again/i }).click();
  const row = page.getByRole('treeitem', { name: /compose\.app\.yaml/ });
  await expect(row).toContainText(/edited/i);
  await row.click();
  await page
    .getByRole('radio', { name: /diff/i })
    .or(page.getByRole('tab', { name: /diff/i }))
    .first()
    .click();
  await expect(page.locator('.monaco-diff-editor')).toContainText('edited by hand');

  await page.getByRole('button', { name: /^Write/ }).click();
  await expect(page.getByText(/kept/i).first()).toBeVisible();
  expect(readFileSync(compose, 'utf8')).toBe(edited);
});

test('packs exactly the files it shows into a zip', async ({ app }) => {
  const { page } = app;
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /zip/i }).click();
  const path = await (await download).path();
  const files = unzipSync(readFileSync(path));
  const names = Object.keys(files);
  expect(names.some((name) => name.endsWith('compose.yaml'))).toBe(true);
  expect(names.filter((name) => name.includes('..') || name.startsWith('/'))).toEqual([]);
  const compose = names.find((name) => /(^|\/)compose\.app\.yaml$/.test(name)) ?? '';
  expect(strFromU8(files[compose] ?? new Uint8Array())).toContain('orders-db');
});
