import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { App } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { coloursIn } from '../support/picture.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));

/** Takes a picture of the window; keeps it for the README where `UPDATE_SCREENSHOTS=1` asks for it. */
async function picture(app: App, name: string): Promise<void> {
  const { page } = app;
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const image = await page.screenshot({ caret: 'hide' });
  expect(await coloursIn(page, image), `${name} is not blank`).toBeGreaterThan(24);
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.png`, image);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('shows every view', async ({ app }) => {
      const { page, canvas } = app;
      await expect(page.getByRole('button', { name: /shop/i }).first()).toBeVisible();
      await picture(app, `welcome-${colorScheme}`);

      await app.openSample(/shop/i);
      await page.getByRole('button', { name: 'Dismiss the hints' }).click();
      await canvas.card('orders').click();
      await picture(app, `design-${colorScheme}`);

      await app.yaml.show();
      await app.focusCanvas();
      await page.keyboard.press('1');
      await canvas.card('edge').click();
      await expect(page.locator('.aw-selected-block').first()).toBeVisible();
      await picture(app, `yaml-${colorScheme}`);

      await app.focusCanvas();
      await app.openPalette('al');
      await picture(app, `palette-${colorScheme}`);
      await page.keyboard.press('Escape');

      await page.getByRole('tab', { name: 'Generate' }).click();
      await page.getByRole('treeitem', { name: /compose\.app\.yaml/ }).click();
      await expect(page.getByTestId('file-preview').locator('.view-line').first()).toBeVisible();
      await picture(app, `generate-${colorScheme}`);
    });
  });
}
