import { readFileSync } from 'node:fs';
import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/fixtures.ts';

test.beforeEach(async ({ app, place }) => {
  const sample = new URL('../../samples/shop.arch.yaml', import.meta.url);
  place.write('shop.arch.yaml', readFileSync(sample));
  await app.openFile('shop.arch.yaml');
});

test('every menu and every list of choices can be used by everyone', async ({ app }) => {
  const { page, canvas, inspector } = app;
  await page.getByRole('button', { name: 'File menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'shop.arch.yaml' })).toBeVisible();
  await expectAccessible(page, 'the file menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await expectAccessible(page, 'the theme menu');
  await page.keyboard.press('Escape');

  await canvas.card('orders').click();
  await inspector.getByRole('combobox', { name: 'Context' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'suggestions of a field');
  await inspector
    .getByRole('button', { name: /^Unfold/ })
    .first()
    .click();
  await inspector.getByRole('combobox', { name: 'Method' }).click();
  await expect(page.getByRole('option', { name: 'DELETE' })).toBeVisible();
  await expectAccessible(page, 'the choices of a field');
  await page.keyboard.press('Escape');
  await inspector.getByRole('button', { name: 'Other ways to call' }).click();
  await expect(page.getByRole('menuitem', { name: 'In parallel' })).toBeVisible();
  await expectAccessible(page, 'the menu of calls');
  await page.getByRole('menuitem', { name: 'In parallel' }).click();
  await expect(inspector.getByText('In parallel')).toBeVisible();
  await expectAccessible(page, 'calls within calls', '[data-testid=inspector]');

  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByRole('combobox', { name: 'Layout' }).click();
  await expect(page.getByRole('option', { name: 'monolith' })).toBeVisible();
  await expectAccessible(page, 'the choice of the layout');
});

test('what floats over the canvas can be used by everyone', async ({ app }) => {
  const { page, canvas } = app;
  await app.openPalette('al');
  await expectAccessible(page, 'the command palette');
  await app.openPalette('no such command');
  await expect(page.getByText('No command or component is called that.')).toBeVisible();
  await expectAccessible(page, 'the command palette without a find');
  await page.keyboard.press('Escape');

  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+p');
  await expect(app.dialog('Find component')).toBeVisible();
  await expectAccessible(page, 'the search for a component');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(app.dialog('Add a component')).toBeVisible();
  await expectAccessible(page, 'the quick add');
  await page.keyboard.press('Escape');

  await canvas.card('orders').click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'New name of orders' })).toBeFocused();
  await expectAccessible(page, 'the field of a new name');
  await page.keyboard.press('Escape');
  await canvas.card('cart').focus();
  await page.keyboard.press('c');
  await expect(canvas.area.locator('[data-state=aimed]')).toHaveCount(1);
  await expectAccessible(page, 'connecting by the keyboard');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'File menu' }).hover();
  await canvas.card('payments').click();
  await page.keyboard.press('Delete');
  await expect(app.toast(/Deleted/)).toBeVisible();
  await expectAccessible(page, 'a message at the edge');
});
