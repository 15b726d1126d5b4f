import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './browser.ts';
import {
  brokenRunner,
  type Counts,
  type Outcome,
  readPlaywright,
  readProgram,
  readVitest,
  troubleLines,
} from './test-report.ts';

/**
 * Runs test suites one after the other; ends with every test that failed or was flaky, and one summary line. Without
 * arguments: everything that needs no server (`check`, `unit`, `build`, `budget`, `e2e`). Arguments name suites.
 */
interface Suite {
  command: string[];
  /** Reads the suite's report; without it the suite counts as one test. */
  read?: (report: unknown) => Outcome;
}

const vitest = (suite: string, config: string, folder: string[]): Suite => ({
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
  read: readVitest,
});

const SUITES: Record<string, Suite> = {
  check: { command: ['npm', 'run', '--silent', 'check'] },
  build: { command: ['npm', 'run', '--silent', 'build'] },
  budget: { command: ['node', 'scripts/bundle-budget.ts'] },
  unit: vitest('unit', 'vitest.config.ts', []),
  e2e: { command: ['playwright', 'test'], read: readPlaywright },
  live: vitest('live', 'vitest.live.config.ts', ['tests/live']),
  docker: vitest('docker', 'vitest.live.config.ts', ['tests/docker']),
  cluster: vitest('cluster', 'vitest.live.config.ts', ['tests/cluster']),
};

function runSuite(name: string): Outcome {
  const suite = SUITES[name];
  if (suite === undefined)
    throw new Error(`unknown suite ${name}: expected one of ${Object.keys(SUITES).join(', ')}`);
  console.log(`\n== ${name}`);
  return suite.read ? runReported(name, suite.command, suite.read) : runProgram(suite.command);
}

const shell = process.platform === 'win32';

function runReported(name: string, command: string[], read: (report: unknown) => Outcome): Outcome {
  const report = `test-results/${name}.json`;
  rmSync(report, { force: true });
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell });
  const outcome = readReport(report, read);
  // A runner that broke before it could count has failed all the same.
  return status === 0 || outcome.counts.failed > 0 ? outcome : brokenRunner(`ended with ${status}`, outcome);
}

function readReport(path: string, read: (report: unknown) => Outcome): Outcome {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return brokenRunner(`left no report: ${String(error)}`);
  }
}

/** Its output is read too, for the reason of a failure, and so is shown at its end. */
function runProgram(command: string[]): Outcome {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    shell,
  });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return readProgram(status === 0, `${stderr}\n${stdout}`);
}

const args = process.argv.slice(2);
const names = args.length > 0 ? args : ['check', 'unit', 'build', 'budget', 'e2e'];
// The suites' programs, and the Node they run on, are the project's own, however this script was started.
process.env.PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
mkdirSync('test-results', { recursive: true });
if (names.some((name) => name === 'e2e' || name === 'unit')) process.env.CHROMIUM_PATH = ensureBrowser();

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const troubles: string[] = [];
const lines = names.map((name) => {
  const { counts, troubles: own } = runSuite(name);
  troubles.push(...troubleLines(name, own));
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  return `${name.padEnd(8)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
});
if (troubles.length > 0) console.log(`\n${troubles.join('\n')}`);
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
