import { expect, test } from '../support/fixtures.ts';

test('draws a system of three services from an empty canvas', async ({ app, place }) => {
  const { page, canvas } = app;
  await app.startEmpty();

  await canvas.dropFromPalette(app.paletteEntry('nginx'), await canvas.at(0.2, 0.3));
  await canvas.dropFromPalette(app.paletteEntry('service'), await canvas.at(0.5, 0.3));
  await canvas.dropFromPalette(app.paletteEntry('postgres'), await canvas.at(0.8, 0.3));
  await canvas.dropFromPalette(app.paletteEntry('client'), await canvas.at(0.2, 0.7));

  await app.rename(await canvas.nameOf('service'), 'orders');
  await app.rename(await canvas.nameOf('database'), 'orders-db');
  await app.rename(await canvas.nameOf('gateway'), 'edge');
  await app.rename(await canvas.nameOf('client'), 'shoppers');

  await canvas.connect('edge', 'orders');
  await expect(canvas.edges).toHaveCount(1);
  await canvas.connect('orders', 'orders-db');
  await expect(canvas.edges).toHaveCount(2);
  await canvas.connect('shoppers', 'edge');
  await expect(canvas.edges).toHaveCount(3);

  await canvas.card('orders').click();
  await app.field('Description').fill('Takes orders.');
  await page.keyboard.press('Tab');

  const text = await app.yaml.text();
  expect(text).toContain('archwright: 1');
  expect(text).toMatch(/^ {2}orders:\n {4}kind: service\n {4}description: Takes orders\.$/m);
  expect(text).toMatch(/^ {2}orders-db:\n {4}kind: database\n {4}engine: postgres$/m);
  expect(text).toMatch(/from: orders, to: orders-db/);
  expect(text).toMatch(/from: edge, to: orders\b/);
  expect(text).toMatch(/^canvas:\n( {2}[\w-]+: \{ x: -?\d+, y: -?\d+ \}\n){4}/m);
  await app.focusCanvas();
  await page.keyboard.press('ControlOrMeta+s');
  await app.dialog('Save the document').getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => place.read('untitled.arch.yaml')).toBe(text);
});

test('says why a connection is refused, and draws nothing', async ({ app }) => {
  const { canvas } = app;
  await app.startEmpty();
  await canvas.dropFromPalette(app.paletteEntry('postgres'), await canvas.at(0.3, 0.5));
  await canvas.dropFromPalette(app.paletteEntry('client'), await canvas.at(0.7, 0.5));
  const [client, database] = [await canvas.nameOf('client'), await canvas.nameOf('database')];
  const before = await app.yaml.text();
  await canvas.connect(database, client, async () => {
    await expect(canvas.card(client)).toHaveAttribute('data-state', 'refused');
    await expect(app.page.locator('.aw-hint[data-refused]')).toContainText('client');
  });
  await expect(canvas.edges).toHaveCount(0);
  expect(await app.yaml.text()).toBe(before);
});

test('adds a connected component where a line ends in nothing', async ({ app }) => {
  const { canvas, page } = app;
  await app.startEmpty();
  await canvas.dropFromPalette(app.paletteEntry('service'), await canvas.at(0.25, 0.5));
  const service = await canvas.nameOf('service');
  await canvas.connectTo(service, await canvas.at(0.7, 0.5));
  const quickAdd = page.getByRole('dialog', { name: /^Add a component that/ });
  await quickAdd.getByRole('combobox').fill('postgres');
  await page.keyboard.press('Enter');
  await expect(canvas.cards).toHaveCount(2);
  await expect(canvas.edges).toHaveCount(1);
});
