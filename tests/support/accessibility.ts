import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Holds what is on the page to WCAG 2.2 AA, as far as a tool can judge: nothing serious, nothing critical. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A view that still fades in has less contrast than it will have.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations } = await new AxeBuilder({ page })
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
