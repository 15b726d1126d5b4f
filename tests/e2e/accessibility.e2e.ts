import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/fixtures.ts';

test('every view and every form can be used by everyone', async ({ app }) => {
  const { page, canvas } = app;
  await expectAccessible(page, 'the welcome screen');
  await app.openSample(/shop/i);
  await expectAccessible(page, 'Design with a sample');
  for (const component of ['storefront', 'edge', 'orders', 'orders-db', 'carts', 'shop-events', 'metrics']) {
    await canvas.card(component).click();
    await expect(app.inspector.getByRole('textbox').first()).toHaveValue(component);
    await expectAccessible(page, `the inspector of ${component}`, '[data-testid=inspector]');
  }
  await canvas.card('orders').click();
  await app.inspector
    .getByRole('button', { name: /^Unfold/ })
    .first()
    .click();
  await expectAccessible(page, 'an operation', '[data-testid=inspector]');
  await canvas.card('payments').click({ modifiers: ['Shift'] });
  await expect(app.inspector.getByText('2 components selected')).toBeVisible();
  await expectAccessible(page, 'the inspector of several components', '[data-testid=inspector]');
  await page.keyboard.press('Escape');
  await canvas.edge('orders', 'orders-db').dispatchEvent('click');
  await expect(app.inspector.getByText('the caller waits', { exact: false })).toBeVisible();
  await expectAccessible(page, 'the inspector of a connection', '[data-testid=inspector]');
  await app.yaml.show();
  await expectAccessible(page, 'the YAML pane');
  await page.getByRole('tab', { name: 'Generate' }).click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await expectAccessible(page, 'Generate');
  await page.getByRole('treeitem', { name: /^compose\.app\.yaml/ }).click();
  await expect(page.getByTestId('file-preview')).toContainText('services:');
  await expectAccessible(page, 'a file in Generate');
});

test('problems can be read by everyone', async ({ app }) => {
  const { page } = app;
  await app.startEmpty();
  await expectAccessible(page, 'an empty document');
  await app.yaml.replace('archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: servise\n');
  await app.showProblems();
  await expect(app.problems.getByTestId('problem').first()).toBeVisible();
  await expectAccessible(page, 'the list of problems');
  await page.getByRole('tab', { name: 'Generate' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectAccessible(page, 'Generate with an invalid document');
});

test('holds the keyboard nowhere', async ({ app }) => {
  const { page } = app;
  await app.openSample(/shop/i);
  await app.yaml.show();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // The editor takes Tab for itself until it is told otherwise, as its name for screen readers says.
  await app.yaml.focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(app.yaml.editor).not.toHaveClass(/focused/);
  await app.tabTo(page.getByRole('button', { name: 'File menu' }));
});

test.describe('with motion reduced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing glides', async ({ app }) => {
    await app.openSample(/shop/i);
    await app.focusCanvas();
    await app.command('Auto-layout');
    await expect(app.page.getByRole('button', { name: /^Undo .*lay/i })).toBeEnabled();
    const moving = await app.page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
          .length,
    );
    expect(moving).toBe(0);
  });
});
