import type { App } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';

/** Puts a component of an engine on the canvas by the palette's field, and names it in place. */
async function add(app: App, engine: string, name: string): Promise<void> {
  const { page, canvas } = app;
  const before = await canvas.cards.count();
  await app.tabTo(page.getByRole('searchbox', { name: 'Search the palette' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(engine);
  await page.keyboard.press('Enter');
  await expect(canvas.cards).toHaveCount(before + 1);
  await expect(canvas.selected).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: /^New name of/ })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(canvas.card(name)).toBeFocused();
}

/** Goes to a component by its name, begins a line there and leads it to another. */
async function connect(app: App, from: string, to: string): Promise<void> {
  const { page, canvas } = app;
  await app.findComponent(from);
  await page.keyboard.press('Enter');
  await expect(canvas.card(from)).toBeFocused();
  await page.keyboard.press('c');
  for (let step = 0; step < 8; step++) {
    if ((await canvas.card(to).getAttribute('data-state')) === 'aimed') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(canvas.edge(from, to)).toHaveCount(1);
}

test('draws, connects, describes, undoes and saves a system by the keyboard alone', async ({
  app,
  place,
}) => {
  const { page, canvas } = app;
  const pointer: string[] = [];
  await page.exposeFunction('notePointer', (type: string) => pointer.push(type));
  await page.evaluate(() => {
    const note = (globalThis as unknown as { notePointer(type: string): void }).notePointer;
    for (const type of ['pointerdown', 'mousedown', 'mousemove'])
      addEventListener(type, () => note(type), true);
  });

  await app.tabTo(page.getByRole('button', { name: 'Empty canvas' }));
  await page.keyboard.press('Enter');
  await expect(canvas.area).toBeVisible();
  await add(app, 'client', 'shoppers');
  await add(app, 'nginx', 'edge');
  await add(app, 'service', 'orders');
  await add(app, 'postgres', 'orders-db');

  await connect(app, 'shoppers', 'edge');
  await connect(app, 'edge', 'orders');
  await connect(app, 'orders', 'orders-db');

  await app.findComponent('orders');
  await page.keyboard.press('Enter');
  await expect(canvas.card('orders')).toBeFocused();
  const before = await canvas.card('orders').boundingBox();
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(async () => (await canvas.card('orders').boundingBox())?.y)
    .toBeGreaterThan(before?.y ?? 0);

  await page.keyboard.press('Enter');
  await app.tabTo(app.field('Description'));
  await page.keyboard.type('Takes orders.');
  await page.keyboard.press('Tab');

  await page.keyboard.press('ControlOrMeta+s');
  await expect(app.dialog('Save the document').getByRole('textbox', { name: 'File name' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('by-hand');
  await page.keyboard.press('Enter');
  await expect.poll(() => place.read('by-hand.arch.yaml')).toMatch(/description: Takes orders\.\n/);
  const saved = place.read('by-hand.arch.yaml') ?? '';
  expect(saved).toMatch(/from: edge, to: orders\b/);
  expect(saved).toMatch(/from: orders, to: orders-db/);
  await expect(app.dialog('Save the document')).toBeHidden();

  await app.openPalette('undo');
  await expect(app.found('Undo').first()).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(app.field('Description')).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Find a command or component' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => place.read('by-hand.arch.yaml')).not.toContain('Takes orders.');
  expect(pointer).toEqual([]);
});
