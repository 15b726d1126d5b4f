import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './browser.ts';

/**
 * Runs test suites one after the other and prints one summary line. Without arguments: everything that needs no server
 * (`check`, `unit`, `build`, `budget`, `e2e`). Arguments name suites.
 */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitest = (suite: string, config: string, folder: string[]) => ({
  command: [
    'vitest',
    'run',
    '--config',
    config,
    ...folder,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${suite}.json`,
  ],
  count: countVitest,
});

const SUITES: Record<string, { command: string[]; count: ((report: unknown) => Counts) | undefined }> = {
  check: { command: ['npm', 'run', '--silent', 'check'], count: undefined },
  build: { command: ['npm', 'run', '--silent', 'build'], count: undefined },
  budget: { command: ['node', 'scripts/bundle-budget.ts'], count: undefined },
  unit: vitest('unit', 'vitest.config.ts', []),
  e2e: { command: ['playwright', 'test'], count: countPlaywright },
  live: vitest('live', 'vitest.live.config.ts', ['tests/live']),
  docker: vitest('docker', 'vitest.live.config.ts', ['tests/docker']),
  cluster: vitest('cluster', 'vitest.live.config.ts', ['tests/cluster']),
};

function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } =
    report as Record<string, number>;
  return {
    passed: numPassedTests ?? 0,
    failed: Math.max(numFailedTests ?? 0, (numFailedTestSuites ?? 0) > 0 ? 1 : 0),
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

function countPlaywright(report: unknown): Counts {
  const stats = (
    report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
  ).stats;
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/** What a suite counted; a suite without a report counts as one test. */
function runSuite(name: string): Counts {
  const suite = SUITES[name];
  if (suite === undefined)
    throw new Error(`unknown suite ${name}: expected one of ${Object.keys(SUITES).join(', ')}`);
  const report = `test-results/${name}.json`;
  rmSync(report, { force: true });
  console.log(`\n== ${name}`);
  const [command, ...args] = suite.command as [string, ...string[]];
  const failed =
    spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
  if (suite.count === undefined) return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, skipped: 0 };
  const counts = readCounts(report, suite.count);
  // A runner that broke before it could count has failed all the same.
  return failed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function readCounts(path: string, count: (report: unknown) => Counts): Counts {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const args = process.argv.slice(2);
const names = args.length > 0 ? args : ['check', 'unit', 'build', 'budget', 'e2e'];
// The suites' programs, and the Node they run on, are the project's own, however this script was started.
process.env.PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
mkdirSync('test-results', { recursive: true });
if (names.some((name) => name === 'e2e' || name === 'unit')) process.env.CHROMIUM_PATH = ensureBrowser();

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const lines = names.map((name) => {
  const counts = runSuite(name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  return `${name.padEnd(8)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
});
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
