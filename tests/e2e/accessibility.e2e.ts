import { expectAccessible } from '../support/accessibility.ts';
import { expect, test } from '../support/fixtures.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('every view and every form can be used by everyone', async ({ app }) => {
      const { page, canvas } = app;
      await expectAccessible(page, 'the welcome screen');
      await app.openSample(/shop/i);
      await expectAccessible(page, 'Design with a sample');
      for (const component of [
        'storefront',
        'edge',
        'orders',
        'orders-db',
        'carts',
        'shop-events',
        'metrics',
      ]) {
        await canvas.card(component).click();
        await expect(app.inspector.getByRole('textbox').first()).toHaveValue(component);
        await expectAccessible(page, `the inspector of ${component}`, '[data-testid=inspector]');
      }
      await app.yaml.show();
      await expectAccessible(page, 'the YAML pane');
      await page.getByRole('tab', { name: 'Generate' }).click();
      await expect(page.getByRole('treeitem').first()).toBeVisible();
      await expectAccessible(page, 'Generate');
    });

    test('every dialog and list that opens can be used by everyone', async ({ app, place }) => {
      const { page } = app;
      place.write(
        'ledger.arch.yaml',
        'archwright: 1\nname: ledger\ncomponents:\n  books:\n    kind: servise\n',
      );
      await app.startEmpty();
      await app.focusCanvas();
      await page.keyboard.press('?');
      await expect(app.dialog('Keyboard shortcuts')).toBeVisible();
      await expectAccessible(page, 'the shortcuts sheet');
      await page.keyboard.press('Escape');

      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('a');
      await expectAccessible(page, 'the command palette');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('textbox', { name: 'Find a command or component' })).toBeHidden();

      await page.keyboard.press('ControlOrMeta+Shift+s');
      await expect(app.dialog('Save the document')).toBeVisible();
      await expectAccessible(page, 'the save dialog');
      await page.keyboard.press('Escape');

      await app.paletteEntry('postgres').click();
      await page.keyboard.press('ControlOrMeta+o');
      await expect(app.dialog(/^Save the changes/)).toBeVisible();
      await expectAccessible(page, 'the question about unsaved changes');
      await app
        .dialog(/^Save the changes/)
        .getByRole('button', { name: "Don't save" })
        .click();
      await expect(
        app.dialog('Open a document').getByRole('button', { name: 'ledger.arch.yaml' }),
      ).toBeVisible();
      await expectAccessible(page, 'the open dialog');
      await app.dialog('Open a document').getByRole('button', { name: 'ledger.arch.yaml' }).dblclick();
      await app.showProblems();
      await expect(app.problems.getByTestId('problem').first()).toBeVisible();
      await expectAccessible(page, 'the list of problems');
      await page.getByRole('tab', { name: 'Generate' }).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await expectAccessible(page, 'Generate with an invalid document');
    });
  });
}

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
