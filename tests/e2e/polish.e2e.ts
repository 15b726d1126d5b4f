import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

/** Whether an element lies in another, as far as the page shows them. */
async function lies(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = [await inner.boundingBox(), await outer.boundingBox()];
  return (
    a !== null &&
    b !== null &&
    a.x >= b.x &&
    a.y >= b.y &&
    a.x + a.width <= b.x + b.width &&
    a.y + a.height <= b.y + b.height
  );
}

const zoom = (page: Page) => page.locator('.react-flow__viewport').evaluate((view) => view.style.transform);

test('Escape leads from the inspector back to the card that it was opened for', async ({ app }) => {
  await app.openSample(/shop/i);
  const card = app.canvas.card('orders');
  await card.click();
  await app.page.keyboard.press('Enter');
  await expect(app.inspector.locator(':focus')).toHaveCount(1);
  await app.page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  await expect(app.canvas.selected).toHaveCount(1);
});

test('Enter takes a suggested field and leaves no list open', async ({ app }) => {
  await app.openSample(/shop/i);
  await app.canvas.card('orders').click();
  const context = app.inspector.getByLabel('Context', { exact: true });
  await context.fill('sales');
  await context.press('Enter');
  await context.fill('');
  await context.pressSequentially('o');
  await expect(app.page.getByRole('option', { name: 'ordering' })).toBeVisible();
  await context.press('Enter');
  await expect(app.page.getByRole('option', { name: 'ordering' })).toBeHidden();
  // An Escape that closes the list leaves the person in the field.
  await context.pressSequentially('r');
  await expect(app.page.getByRole('option', { name: 'ordering' })).toBeVisible();
  await context.press('Escape');
  await expect(context).toBeFocused();
});

test('what was fitted stays in view when panels open and the window shrinks', async ({ app }) => {
  const { canvas, page } = app;
  await app.openSample(/shop/i);
  const all = await canvas.names();
  const allInView = async () =>
    (await Promise.all(all.map((name) => lies(canvas.card(name), canvas.area)))).every(Boolean);
  await expect.poll(allInView).toBe(true);
  await app.showProblems();
  await expect.poll(allInView).toBe(true);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(allInView).toBe(true);
});

test('whoever chose a view keeps its zoom and its middle', async ({ app }) => {
  const { canvas, page } = app;
  await app.openSample(/shop/i);
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(() => zoom(page)).toContain('scale(1)');
  const distance = async () => {
    const [card, area] = [await canvas.centre('payments'), await canvas.area.boundingBox()];
    if (!area) throw new Error('the canvas is not on the page');
    return [card.x - area.x - area.width / 2, card.y - area.y - area.height / 2].map(Math.round);
  };
  const before = await distance();
  await page.setViewportSize({ width: 1200, height: 760 });
  await expect.poll(async () => (await canvas.area.boundingBox())?.height ?? 900).toBeLessThan(700);
  await expect
    .poll(async () => (await distance()).every((each, index) => Math.abs(each - (before[index] ?? 0)) <= 2))
    .toBe(true);
  expect(await zoom(page)).toContain('scale(1)');
});

test('the top bar has everything at 1,024 pixels', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1024, height: 700 });
  await app.openSample(/shop/i);
  const bar = page.getByRole('banner');
  for (const tab of ['Design', 'Generate']) {
    await bar.getByRole('tab', { name: tab }).click();
    for (const control of await bar.getByRole('button').all()) expect(await lies(control, bar)).toBe(true);
  }
  await bar.getByRole('button', { name: 'Find a command or component' }).click();
  await expect(page.getByRole('textbox', { name: 'Find a command or component' })).toBeFocused();
});

test('edges run the same after auto-layout and after opening the document again', async ({ app, place }) => {
  const { canvas, page } = app;
  place.write('system.arch.yaml', readFileSync('samples/shop.arch.yaml', 'utf8'));
  await app.openFile('system.arch.yaml');
  await expect(canvas.cards.first()).toBeVisible();
  const before = place.read('system.arch.yaml');
  await app.command('Auto-layout');
  const save = page.getByTestId('save-state');
  await expect(save).toHaveText('Edited');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(save).toHaveText('Saved');
  expect(place.read('system.arch.yaml')).not.toBe(before);
  const courses = () =>
    canvas.edges.evaluateAll((edges) =>
      edges.map((edge) => [
        edge.getAttribute('data-edge'),
        ...[...edge.querySelectorAll('path')].map((path) => path.getAttribute('d')),
      ]),
    );
  const laidOut = await courses();
  expect(laidOut.length).toBeGreaterThan(10);
  await app.command('New document');
  await expect(canvas.cards).toHaveCount(0);
  await app.openFile('system.arch.yaml');
  await expect.poll(courses).toEqual(laidOut);
});

test('a vanished file is told of by its banner as by a save', async ({ app, place }) => {
  const { page } = app;
  place.write('ledger.arch.yaml', readFileSync('samples/shop.arch.yaml', 'utf8'));
  await app.openFile('ledger.arch.yaml');
  await app.rename('carts', 'baskets');
  rmSync(place.path('ledger.arch.yaml'));
  await page.getByRole('button', { name: 'Compare' }).click();
  const dialog = app.dialog('ledger.arch.yaml is not there any more');
  await dialog.getByRole('button', { name: 'Save again' }).click();
  await expect(dialog).toBeHidden();
  expect(place.read('ledger.arch.yaml')).toContain('baskets');
});

test('a message covers no panel', async ({ app }) => {
  const { page } = app;
  await app.openSample(/shop/i);
  await app.showProblems();
  await app.canvas.card('carts').click();
  await page.keyboard.press('Delete');
  const toast = app.toast(/carts/);
  await expect(toast).toBeVisible();
  await expect.poll(() => lies(toast, page.getByRole('region', { name: 'Canvas' }))).toBe(true);
});

test('Generate sees what was edited in the folder: on coming back to the window, and when asked', async ({
  app,
  place,
}) => {
  const { page } = app;
  await app.openSample(/shop/i);
  await page.getByRole('tab', { name: 'Generate' }).click();
  const file = page.getByTestId('file-tree').getByRole('treeitem', { name: /^compose\.app\.yaml/ });
  await expect(file).toContainText('New');
  const folder = page.getByRole('textbox', { name: 'Output folder' });
  await folder.fill(place.path('build'));
  await folder.press('Enter');
  await page.getByRole('button', { name: 'Write files' }).click();
  await expect(file).not.toContainText('New');

  const path = place.path('build/compose.app.yaml');
  const written = readFileSync(path, 'utf8');
  writeFileSync(path, `${written}# mine\n`);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(file).toContainText('Edited by hand');
  await file.click();
  await expect(page.getByText('nothing is new for it: it stays as it is')).toBeVisible();

  writeFileSync(path, written);
  await page.getByRole('button', { name: 'Compare with the output folder again' }).click();
  await expect(file).not.toContainText('Edited by hand');
});
