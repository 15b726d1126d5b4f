import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Holds what is on the page to WCAG 2.2 AA, as far as a tool can judge: nothing serious, nothing critical.
 *
 * @param what named in the message
 * @param part selector of the part to look at, where the rest was looked at before
 */
export async function expectAccessible(page: Page, what: string, part?: string): Promise<void> {
  // A view that still fades in has less contrast than it will have.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const builder = new AxeBuilder({ page });
  if (part !== undefined) builder.include(part);
  const { violations } = await builder
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const lines = grave.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split('\n').slice(1).join(' ')}`,
    ),
  );
  expect(lines, `accessibility of ${what}`).toEqual([]);
}
