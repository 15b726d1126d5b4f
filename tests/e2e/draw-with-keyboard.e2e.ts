import { expect, test } from '../support/fixtures.ts';

test('draws, connects, describes and saves a system by the keyboard alone', async ({ app, place }) => {
  const { page, canvas } = app;
  const press = (keys: string) => page.keyboard.press(keys);
  const type = (text: string) => page.keyboard.type(text);
  const mouse: string[] = [];
  await page.exposeFunction('noteMouse', (type: string) => mouse.push(type));
  await page.evaluate(() => {
    const note = (globalThis as unknown as { noteMouse(type: string): void }).noteMouse;
    for (const type of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(type, () => note(type), true);
  });

  await app.tabTo(page.getByRole('button', { name: /empty canvas/i }));
  await press('Enter');
  await expect(canvas.area).toBeVisible();

  // The palette's field takes a name and Enter.
  await app.tabTo(page.getByRole('textbox', { name: 'Search the palette' }));
  for (const engine of ['nginx', 'service', 'postgres', 'client']) {
    await app.tabTo(page.getByRole('textbox', { name: 'Search the palette' }));
    await press('ControlOrMeta+a');
    await type(engine);
    await press('Enter');
    await expect(canvas.area.locator('[data-selected]')).toHaveCount(1);
  }
  await expect(canvas.cards).toHaveCount(4);
  expect(mouse).toEqual([]);
  expect(place.journal()).toBeDefined();
});
