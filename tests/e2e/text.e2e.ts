import { expect, test } from '../support/fixtures.ts';

/** Written as a person would: comments, an unusual order, blank lines, quotes. */
const HAND_WRITTEN = `# The ledger of a small firm.
archwright: 1
name: ledger

components:
  # Keeps the books.
  books:
    description: "Double entry"   # since 1494
    kind: service
    operations:
      post:
        http: POST /entries
        input: { amount: integer }
        calls: [books-db.write entries]

  books-db: { kind: database, engine: postgres, storage: 5Gi } # one writer
`;

test.beforeEach(async ({ app, place }) => {
  place.write('ledger.arch.yaml', HAND_WRITTEN);
  await app.openFile('ledger.arch.yaml');
});

test('lets the canvas follow the text while it is typed', async ({ app }) => {
  const { canvas, yaml, page } = app;
  await expect(canvas.edge('books', 'books-db')).toBeVisible();
  await yaml.replace(`${HAND_WRITTEN}\n  events:\n    kind: queue\n    engine: rabbitmq\n`);
  await expect(canvas.card('events')).toBeVisible();
  await yaml.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('  mailer:\n  kind: service');
  await expect(canvas.card('mailer')).toBeVisible();
});

test('changes only the lines that an edit on the canvas touches', async ({ app }) => {
  const { canvas, yaml, page } = app;
  await canvas.card('books').click();
  await app.field('Description').fill('Four eyes');
  await page.keyboard.press('Tab');
  expect(await yaml.text()).toBe(HAND_WRITTEN.replace('"Double entry"', 'Four eyes'));

  await app.focusCanvas();
  await app.rename('books-db', 'store');
  const renamed = HAND_WRITTEN.replace('"Double entry"', 'Four eyes').replaceAll('books-db', 'store');
  expect(await yaml.text()).toBe(renamed);

  await app.focusCanvas();
  await canvas.moveCard('store', { x: 120, y: 40 });
  const moved = await yaml.text();
  expect(moved.startsWith(renamed)).toBe(true);
  expect(moved.slice(renamed.length)).toMatch(/^\n?canvas:\n {2}store: \{ x: -?\d+, y: -?\d+ \}\n$/);
});

test('keeps line ends as they are in the file', async ({ app, place }) => {
  const windows = HAND_WRITTEN.replaceAll('\n', '\r\n');
  place.write('windows.arch.yaml', windows);
  await app.openFile('windows.arch.yaml');
  await app.yaml.show();
  await expect(app.page.getByTestId('save-state')).toHaveText('Saved');
  await app.rename('books-db', 'store');
  await app.page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => place.read('windows.arch.yaml')).toBe(windows.replaceAll('books-db', 'store'));
});

test('marks every problem in the text and lists it with the way there and the mend', async ({ app }) => {
  const { canvas, yaml } = app;
  await yaml.replace(HAND_WRITTEN.replace('books-db.write', 'bookz-db.write').replace('5Gi', 'plenty'));
  await expect(yaml.editor.locator('.squiggly-error')).not.toHaveCount(0);
  await app.showProblems();
  await expect(app.problems.getByTestId('problem').filter({ hasText: 'bookz-db' })).toBeVisible();
  await expect(app.problems.getByTestId('problem').filter({ hasText: 'plenty' })).toBeVisible();
  await expect(canvas.card('books').locator('.aw-card-problems')).toHaveText(/\d/);

  await app.problems.getByRole('button', { name: /^Show line 14:/ }).click();
  await expect(yaml.editor).toHaveClass(/focused/);
  await expect(yaml.editor.locator('.active-line-number')).toHaveText('14');

  await app.showProblems();
  await app.problems
    .getByRole('listitem')
    .filter({ hasText: 'bookz-db' })
    .getByRole('button', { name: /^Fix/ })
    .click();
  expect(await yaml.text()).toBe(HAND_WRITTEN.replace('5Gi', 'plenty'));
});

test('keeps the drawing while the text cannot be read, and loses nothing', async ({ app }) => {
  const { canvas, yaml, page } = app;
  const broken = HAND_WRITTEN.replace('components:', 'components: [');
  await yaml.replace(broken);
  await expect(page.getByText('The text cannot be read at the moment', { exact: false })).toBeVisible();
  await expect(canvas.card('books')).toBeVisible();
  await expect(canvas.card('books-db')).toBeVisible();

  // A change of the drawing has nothing to be written into: it is refused with the reason, and the text stays.
  await app.focusCanvas();
  await canvas.card('books').click();
  await page.keyboard.press('Delete');
  await expect(app.toast(/text|YAML|syntax/i)).toBeVisible();
  expect(await yaml.text()).toBe(broken);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('The text cannot be read at the moment', { exact: false })).toBeHidden();
  expect(await yaml.text()).toBe(HAND_WRITTEN);
});

test('completes and explains what is typed', async ({ app }) => {
  const { yaml, page } = app;
  await yaml.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n  cache:\n  kind: ');
  await page.keyboard.press('ControlOrMeta+Space');
  const suggestions = page.locator('.suggest-widget .monaco-list-row');
  await expect(suggestions.filter({ hasText: 'queue' })).toBeVisible();
  await page.keyboard.type('cac');
  await expect(suggestions.filter({ hasText: 'cache' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  // The editor may have added its own indentation to what was typed: that is not what is tried here.
  expect(await yaml.text()).toMatch(/\n {2}cache:\n {4,6}kind: cache$/);

  await yaml.editor
    .locator('.view-line')
    .filter({ hasText: 'storage' })
    .getByText('storage', { exact: false })
    .first()
    .hover();
  await expect(
    page
      .locator('.monaco-hover')
      .filter({ hasText: /storage|disk/i })
      .first(),
  ).toBeVisible();
});

test('shows in the text what is selected on the canvas, and the other way round', async ({ app }) => {
  const { canvas, yaml, page } = app;
  await yaml.show();
  await canvas.card('books-db').click();
  await expect(page.locator('.aw-selected-block').first()).toBeVisible();
  await yaml.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 7; line++) await page.keyboard.press('ArrowDown');
  await expect(canvas.card('books')).toHaveAttribute('data-selected', 'true');
});
