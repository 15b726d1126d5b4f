import { expect, test } from '../support/fixtures.ts';

test.beforeEach(async ({ app }) => {
  await app.openSample(/shop/i);
});

/** Left edges and tops of cards on the page. */
async function places(app: import('../support/app.ts').App, names: readonly string[]) {
  return Promise.all(
    names.map(
      async (name) =>
        (await app.canvas.card(name).boundingBox()) ?? { x: Number.NaN, y: Number.NaN, width: 0, height: 0 },
    ),
  );
}

async function choose(app: import('../support/app.ts').App, names: readonly string[]) {
  await app.focusCanvas();
  for (const name of names) await app.canvas.card(name).click({ modifiers: ['Shift'] });
  await expect(app.canvas.area.locator('[data-component][data-selected]')).toHaveCount(names.length);
}

test('copies, pastes and duplicates components with what connects them', async ({ app }) => {
  const { canvas, page, yaml } = app;
  await choose(app, ['orders', 'orders-db']);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas.card('orders-2')).toBeVisible();
  await expect(canvas.card('orders-db-2')).toBeVisible();
  await expect(canvas.edge('orders-2', 'orders-db-2')).toHaveCount(1);
  const text = await yaml.text();
  expect(text).toContain('orders-db-2.write orders');
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas.card('orders-2')).toHaveCount(0);

  await choose(app, ['cart']);
  await page.keyboard.press('ControlOrMeta+d');
  await expect(canvas.card('cart-2')).toBeVisible();
});

test('pastes components into another document', async ({ app }) => {
  const { canvas, page } = app;
  await choose(app, ['orders-db']);
  await page.keyboard.press('ControlOrMeta+c');
  await app.command('New document');
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(canvas.card('orders-db')).toBeVisible();
  expect(await app.yaml.text()).toContain('orders-db:\n    kind: database');
});

test('aligns, distributes and lays out', async ({ app }) => {
  const chosen = ['cart', 'orders', 'payments'];
  await choose(app, chosen);
  await app.command('Align left');
  await expect
    .poll(async () => new Set((await places(app, chosen)).map(({ x }) => Math.round(x))).size)
    .toBe(1);
  await choose(app, chosen);
  await app.command('Distribute vertically');
  const [first, second, third] = (await places(app, chosen)).toSorted((a, b) => a.y - b.y).map(({ y }) => y);
  expect(Math.abs((second ?? 0) - (first ?? 0) - ((third ?? 0) - (second ?? 0)))).toBeLessThanOrEqual(2);

  const before = await app.yaml.text();
  await app.focusCanvas();
  await app.command('Auto-layout');
  await expect.poll(() => app.yaml.text()).not.toBe(before);
  const boxes = await places(app, await app.canvas.names());
  const overlap = boxes.some((a, i) =>
    boxes.some(
      (b, j) =>
        i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ),
  );
  expect(overlap).toBe(false);
});

test('deletes with an undo at hand', async ({ app }) => {
  const { canvas, page } = app;
  const before = await app.yaml.text();
  await choose(app, ['payments', 'payments-db']);
  await page.keyboard.press('Delete');
  await expect(canvas.card('payments')).toHaveCount(0);
  await app
    .toast(/Deleted/)
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(canvas.card('payments')).toBeVisible();
  expect(await app.yaml.text()).toBe(before);
});

test('selects by area, by context and everything', async ({ app }) => {
  const { canvas, page } = app;
  const selected = canvas.area.locator('[data-component][data-selected]');
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected).toHaveCount(await canvas.cards.count());
  await page.keyboard.press('Escape');
  await expect(selected).toHaveCount(0);

  await canvas.area.getByRole('button', { name: /^Context ordering/ }).click();
  expect(
    await selected.evaluateAll((cards) =>
      cards.map((card) => card.getAttribute('data-component')).toSorted(),
    ),
  ).toContain('orders');
  await page.keyboard.press('Escape');

  // A rubber band, from right to left: no line ends on that side of the card.
  const [box] = await places(app, ['orders-db']);
  if (!box) throw new Error('orders-db is not on the page');
  await canvas.drag({ x: box.x + box.width + 12, y: box.y + box.height + 6 }, { x: box.x - 8, y: box.y - 6 });
  await expect(canvas.card('orders-db')).toHaveAttribute('data-selected', 'true');
});

test('finds components, runs commands and shows every shortcut', async ({ app }) => {
  const { canvas, page } = app;
  await app.focusCanvas();
  await app.findComponent('notif');
  await page.keyboard.press('Enter');
  await expect(canvas.card('notifications')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Escape');

  await app.openPalette('payments-db');
  await expect(app.found('payments-db').first()).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(canvas.card('payments-db')).toHaveAttribute('data-selected', 'true');

  await app.focusCanvas();
  await page.keyboard.press('?');
  const sheet = app.dialog('Keyboard shortcuts');
  await expect(sheet.getByText('Undo', { exact: false }).first()).toBeVisible();
  await expect(sheet.getByText('Duplicate', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('pans, zooms and fits', async ({ app }) => {
  const { canvas, page } = app;
  const [before] = await places(app, ['orders']);
  const middle = await canvas.at(0.5, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('ControlOrMeta');
  await expect
    .poll(async () => (await places(app, ['orders']))[0]?.width ?? 0)
    .toBeGreaterThan((before?.width ?? 0) * 1.1);
  await page.keyboard.press('1');
  await expect
    .poll(async () => Math.round((await places(app, ['orders']))[0]?.width ?? 0))
    .toBe(Math.round(before?.width ?? 0));
});
