import type { Browser } from '@playwright/test';

/** Moments of one start, in milliseconds after the navigation began. */
export interface Start {
  firstPaint: number;
  interactive: number;
}

/**
 * Opens a page in a browser context of its own, so that nothing is cached.
 *
 * @param ready selector of what a person must see before they can work
 * @param count how many elements of it
 */
export async function measureStart(
  browser: Browser,
  url: string,
  ready: string,
  count: number,
): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    // The token is exchanged for a cookie by a page of its own, which is no part of the start.
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForURL((address) => address.search === '');
    await page.goto('about:blank');
    await page.goto(new URL('/', url).href, { waitUntil: 'commit' });
    const interactive = await page.waitForFunction(readyAt, { ready, count }, { polling: 'raf' });
    return {
      interactive: (await interactive.jsonValue()) as number,
      firstPaint: await page.evaluate(paintedAt),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page: the time at which everything is there, laid out and the main thread free to answer. */
function readyAt({ ready, count }: { ready: string; count: number }): number | false {
  const shown = [...document.querySelectorAll<HTMLElement>(ready)].filter(
    (element) => element.checkVisibility() && element.offsetWidth > 0,
  );
  return shown.length >= count && performance.now();
}

/** Runs in the page. */
function paintedAt(): Promise<number> {
  return new Promise((found) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName('first-contentful-paint')[0];
      if (paint) found(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}

/** The middle of the values: a single slow run does not shift it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
