import { readFileSync } from 'node:fs';
import { expect, test } from '../support/fixtures.ts';

const SHOP = readFileSync(new URL('../../samples/shop.arch.yaml', import.meta.url), 'utf8');

test('takes back a long mixed sequence to the first byte, and does it again to the last', async ({
  app,
  place,
}) => {
  const { page, canvas, yaml } = app;
  place.write('shop.arch.yaml', SHOP);
  await app.openFile('shop.arch.yaml');

  // Canvas, form, text, rename, delete, layout: every way that changes the document.
  await canvas.moveCard('orders', { x: 90, y: 60 });
  await canvas.card('payments').click();
  await page.keyboard.press('Delete');
  await expect(canvas.card('payments')).toHaveCount(0);
  await app.rename('shipping', 'delivery');
  await canvas.card('catalog').click();
  await app.field('Description').fill('Everything on sale.');
  await page.keyboard.press('Tab');
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+a');
  await app.command('Align left');
  await app.command('Auto-layout');
  await yaml.replace(`${await yaml.text()}# the end\n`);
  await app.focusCanvas();
  await canvas.card('cart').click();
  await page.keyboard.press('ControlOrMeta+d');
  await expect(canvas.card('cart-2')).toBeVisible();
  const last = await yaml.text();
  expect(last).not.toBe(SHOP);
  expect(last).toContain('# the end');

  await app.focusCanvas();
  const undone = await app.pressUntilDisabled('ControlOrMeta+z', /^Undo/);
  expect(undone).toBeGreaterThanOrEqual(8);
  expect(await yaml.text()).toBe(SHOP);
  await expect(page.getByTestId('save-state')).toHaveText('Saved');

  await app.focusCanvas();
  expect(await app.pressUntilDisabled('ControlOrMeta+Shift+z', /^Redo/)).toBe(undone);
  expect(await yaml.text()).toBe(last);
});

test('has one history for drawing and text', async ({ app }) => {
  const { page, canvas, yaml } = app;
  await app.startEmpty();
  await yaml.replace('archwright: 1\nname: two\ncomponents:\n  first:\n    kind: service\n');
  await expect(canvas.card('first')).toBeVisible();
  await app.paletteEntry('postgres').click();
  await expect(canvas.cards).toHaveCount(2);

  // In the editor, Undo takes back what was done on the canvas; on the canvas, what was typed.
  await yaml.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas.cards).toHaveCount(1);
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas.cards).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+y');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(canvas.cards).toHaveCount(2);
});
