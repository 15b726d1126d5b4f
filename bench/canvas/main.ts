import process from 'node:process';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/browser.ts';
import { framesOf, GESTURES, type Gesture } from './gestures.ts';
import type { BenchPage } from './page/bench-page.ts';
import { servePages } from './server.ts';
import { systemOf } from './system.ts';

const SIZES = [200, 1_000, 5_000];
/** At this size, with everything in view, no gesture may be slower than on the plain page. */
const BUDGET = { size: 1_000, ratio: 1 };
const ROUNDS = 3;
const STEPS = 60;
const VIEW = { width: 1280, height: 800 };
/** Frames as fast as they can be made: at 60 Hz everything under 16 ms would look alike. */
const ARGS = [...CHROMIUM_ARGS, '--disable-frame-rate-limit', '--disable-gpu-vsync'];

type Which = 'archwright' | 'plain';
type Figures = Record<Gesture, number[]>;

async function opened(browser: Browser, url: string, which: Which, text: string): Promise<Page> {
  const page = await browser.newPage({ viewport: VIEW });
  await page.goto(`${url}${which}.html`);
  await page.waitForFunction(() => 'bench' in window);
  await page.evaluate((source) => (window as unknown as { bench: BenchPage }).bench.load(source), text);
  await page.waitForTimeout(1_500);
  await page.evaluate(() => (window as unknown as { bench: BenchPage }).bench.fit());
  await page.waitForTimeout(500);
  return page;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Mean frame times of every round, both pages in turn, so that whatever else the machine does hits both. */
async function measured(browser: Browser, url: string, size: number): Promise<Record<Which, Figures>> {
  const text = systemOf(size);
  const figures: Record<Which, Figures> = {
    archwright: { pan: [], zoom: [], drag: [] },
    plain: { pan: [], zoom: [], drag: [] },
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const which of ['plain', 'archwright'] as const) {
      const page = await opened(browser, url, which, text);
      for (const gesture of GESTURES) {
        const frames = await page.evaluate(framesOf, { gesture, steps: STEPS });
        figures[which][gesture].push(mean(frames));
      }
      await page.close();
    }
  }
  return figures;
}

const server = await servePages(Number(process.env.BENCH_PORT ?? 0));
const browser = await chromium.launch({ executablePath: findBrowser(), args: ARGS });
let kept = true;
try {
  console.log('components  gesture   plain ms/frame   Archwright ms/frame   ratio');
  for (const size of SIZES) {
    const figures = await measured(browser, server.url, size);
    for (const gesture of GESTURES) {
      const [plain, own] = [median(figures.plain[gesture]), median(figures.archwright[gesture])];
      const ratio = own / plain;
      if (size === BUDGET.size && ratio > BUDGET.ratio) kept = false;
      console.log(
        `${String(size).padStart(10)}  ${gesture.padEnd(7)} ${plain.toFixed(1).padStart(16)} ${own.toFixed(1).padStart(21)} ${ratio.toFixed(2).padStart(7)}`,
      );
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(
  kept
    ? `At ${BUDGET.size} components no gesture is slower than on the plain page.`
    : `At ${BUDGET.size} components a gesture is slower than on the plain page.`,
);
process.exitCode = kept ? 0 : 1;
