import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { catalog } from '#catalog';
import { createHost } from '#host';
import { parse } from '#model';
import { CHROMIUM_ARGS, findBrowser } from '../../scripts/browser.ts';
import { builtPage } from '../../web/page-built.ts';
import { startWebServer, type WebServer } from '../../web/server.ts';
import { buildBaseline } from './baseline/build.ts';
import { initialScriptBytes } from './bytes.ts';
import { measureStart, median, type Start } from './measure.ts';

/**
 * How long a person waits: from opening the web shell until the shop sample stands on the canvas, against the barest React page
 * from the same server, in turns in the same browser. And what has to travel for it.
 */
const RUNS = 9;
const BUDGET = 450_000;
const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SHOP = inProject('samples/shop.arch.yaml');
const components = Object.keys(
  parse(readFileSync(SHOP, 'utf8'), catalog.vocabulary).document.components,
).length;

interface Subject {
  name: string;
  server: WebServer;
  ready: string;
  count: number;
}

function serve(folder: string, home: string, openPath: string | null): Promise<WebServer> {
  const router = createHost({
    shell: 'web',
    version: '0.0.0',
    samplesFolder: inProject('samples'),
    dataFolder: home,
    home,
    openPath: () => openPath,
  });
  return startWebServer({ router, port: 0, page: () => builtPage(folder) });
}

async function measureInTurns(browser: Browser, subjects: readonly Subject[]): Promise<Map<string, Start>> {
  const starts = new Map<string, Start[]>(subjects.map(({ name }) => [name, []]));
  // The first round warms up the servers and the operating system's file cache.
  for (let run = -1; run < RUNS; run++) {
    for (const { name, server, ready, count } of subjects) {
      const start = await measureStart(browser, server.url, ready, count);
      if (run >= 0) starts.get(name)?.push(start);
    }
  }
  const middle = (of: Start[]): Start => ({
    firstPaint: median(of.map(({ firstPaint }) => firstPaint)),
    interactive: median(of.map(({ interactive }) => interactive)),
  });
  return new Map([...starts].map(([name, of]) => [name, middle(of)]));
}

function report(medians: Map<string, Start>, bytes: Map<string, number>): void {
  const baseline = medians.get('baseline');
  console.log(`start of the web shell, medians of ${RUNS} cold starts`);
  console.log(
    [
      'page'.padEnd(12),
      'first paint'.padStart(12),
      'interactive'.padStart(12),
      'to baseline'.padStart(12),
      'initial JS gzip'.padStart(16),
    ].join(' '),
  );
  for (const [name, { firstPaint, interactive }] of medians) {
    const ratio = baseline ? `${(interactive / baseline.interactive).toFixed(2)}x` : '';
    const size = `${((bytes.get(name) ?? 0) / 1000).toFixed(1)} kB`;
    console.log(
      [
        name.padEnd(12),
        `${firstPaint.toFixed(0)} ms`.padStart(12),
        `${interactive.toFixed(0)} ms`.padStart(12),
        ratio.padStart(12),
        size.padStart(16),
      ].join(' '),
    );
  }
}

const work = mkdtempSync(join(tmpdir(), 'archwright-start-'));
try {
  const shop = join(work, 'shop.arch.yaml');
  copyFileSync(SHOP, shop);
  await buildBaseline(join(work, 'baseline'));
  const product = inProject('dist/renderer');
  const [bare, welcome, opened] = await Promise.all([
    serve(join(work, 'baseline'), work, null),
    serve(product, work, null),
    serve(product, work, shop),
  ]);
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: findBrowser() });
  const medians = await measureInTurns(browser, [
    { name: 'baseline', server: bare, ready: 'button', count: 1 },
    { name: 'welcome', server: welcome, ready: 'button', count: 1 },
    { name: 'shop', server: opened, ready: '.react-flow__node', count: components },
  ]);
  await browser.close();
  await Promise.all([bare, welcome, opened].map((server) => server.close()));
  const size = initialScriptBytes(product);
  report(
    medians,
    new Map([
      ['baseline', initialScriptBytes(join(work, 'baseline'))],
      ['welcome', size],
      ['shop', size],
    ]),
  );
  const within = size <= BUDGET;
  console.log(
    `initial JavaScript: ${(size / 1000).toFixed(1)} kB of ${BUDGET / 1000} kB after gzip: ${within ? 'within' : 'OVER'} the budget`,
  );
  process.exitCode = within ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
