import { visitAgain } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';

const DOCUMENT = 'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: service # hand-written\n';
const EDITED = DOCUMENT.replace('ledger', 'ledger-of-everything');

test('gives back what was on screen when the web shell and the browser were killed', async ({
  app,
  place,
  shell,
  browser,
}) => {
  const path = place.write('ledger.arch.yaml', DOCUMENT);
  await app.openFile('ledger.arch.yaml');
  await app.yaml.replace(EDITED);
  await expect.poll(() => place.journal().map(({ text }) => text)).toEqual([EDITED]);

  app.guard.expect(/WebSocket|ERR_CONNECTION/);
  await shell.kill();
  await app.page.context().close();
  expect(place.read('ledger.arch.yaml'), 'the file itself is untouched').toBe(DOCUMENT);

  const again = await visitAgain(browser, shell, place, app.guard);
  const offer = again.dialog('Recover unsaved work');
  await expect(offer).toContainText('ledger');
  await expect(offer).toContainText(path);
  await offer.getByRole('button', { name: 'Recover ledger' }).click();
  await expect(again.canvas.card('books')).toBeVisible();
  expect(await again.yaml.text()).toBe(EDITED);

  await again.page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => place.read('ledger.arch.yaml')).toBe(EDITED);
  await expect.poll(() => place.journal()).toEqual([]);
  await again.page.context().close();
});

test('forgets what the person does not want back', async ({ app, place, shell, browser }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await expect.poll(() => place.journal().length).toBe(1);
  app.guard.expect(/WebSocket|ERR_CONNECTION/);
  await shell.kill();
  await app.page.context().close();

  const again = await visitAgain(browser, shell, place, app.guard);
  await again
    .dialog('Recover unsaved work')
    .getByRole('button', { name: /^Discard/ })
    .click();
  await expect(again.dialog('Recover unsaved work')).toBeHidden();
  await expect.poll(() => place.journal()).toEqual([]);
  await again.page.context().close();
});

test('keeps the work in the window while the web shell is gone', async ({ app, place, shell }) => {
  await app.startEmpty();
  await app.yaml.show();
  // Monaco throws the event of a worker that cannot be loaded.
  await app.yaml.serviceRuns();
  app.guard.expect(/WebSocket|ERR_CONNECTION/);
  await shell.kill();
  await expect(app.page.getByText('Archwright cannot be reached')).toBeVisible();
  await app.yaml.replace(DOCUMENT);
  await expect(app.canvas.card('books')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+s');
  await expect(app.dialog('Save the document')).toBeVisible();
  await app.page.keyboard.press('Escape');
  expect(await app.yaml.text()).toBe(DOCUMENT);
  expect(place.journal()).toEqual([]);
});

test('offers the text again after the tab crashed', async ({ app, place }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await expect.poll(() => place.journal().map(({ text }) => text)).toEqual([DOCUMENT]);
  const { page } = app;
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const next = await page.context().newPage();
  await next.goto(new URL('/', page.url()).href);
  await next.getByRole('button', { name: /^Recover untitled|^Recover ledger/ }).click();
  await expect(next.locator('[data-component="books"]')).toBeVisible();
});

test('asks before a page with unsaved changes is closed or reloaded', async ({ app }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await expect(app.canvas.card('books')).toBeVisible();
  const asked = app.page.waitForEvent('dialog');
  const reload = app.page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reload;
  await app.page.getByRole('button', { name: /^Recover/ }).click();
  await expect(app.canvas.card('books')).toBeVisible();
});

test('asks before another document takes the place of an unsaved one', async ({ app, place }) => {
  await app.startEmpty();
  await app.yaml.replace(DOCUMENT);
  await app.canvas.area.click({ position: { x: 20, y: 20 } });

  await app.command('New document');
  const question = app.dialog(/^Save the changes/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.canvas.card('books')).toBeVisible();

  await app.command('New document');
  await question.getByRole('button', { name: 'Save', exact: true }).click();
  await app.dialog('Save the document').getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => place.read('ledger.arch.yaml')).toBe(DOCUMENT);
  await expect(app.canvas.cards).toHaveCount(0);

  await app.yaml.replace(DOCUMENT);
  await app.canvas.area.click({ position: { x: 20, y: 20 } });
  await app.command('New document');
  await question.getByRole('button', { name: "Don't save" }).click();
  await expect(app.canvas.cards).toHaveCount(0);
  await expect.poll(() => place.journal()).toEqual([]);
});
