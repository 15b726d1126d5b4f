import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Holds what is on the page to WCAG 2.2 AA, as far as a tool can judge, in the light and in the dark theme: nothing
 * serious, nothing critical.
 *
 * @param what named in the message
 * @param part selector of the part to look at, where the rest was looked at before
 */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await violations(page, part), `accessibility of ${what} in the ${colorScheme} theme`).toEqual([]);
  }
}

async function violations(page: Page, part: string | undefined): Promise<string[]> {
  // A view that still fades in has less contrast than it will have.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  // The page has no frames: what "legacy" leaves out is the detour over a second page, which takes longer than the checks.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (part !== undefined) builder.include(part);
  const { violations: found } = await builder
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(
        (node) =>
          `${id}: ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split('\n').slice(1).join(' ')}`,
      ),
    );
}
