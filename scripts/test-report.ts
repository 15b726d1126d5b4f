import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How many tests a suite has. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A test that did not simply pass. */
export interface Trouble {
  /** `flaky`: it failed at first and passed when it was tried again. */
  kind: 'failed' | 'flaky';
  /** File, line where it is known, and the test's full name. */
  test: string;
  /** First line of the error. */
  why: string;
}

/** What a suite came to. */
export interface Outcome {
  counts: Counts;
  troubles: Trouble[];
}

interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
}

/** Reads what vitest's reporter `json` wrote. A file that broke before its tests counts as one failure. */
export function readVitest(report: unknown): Outcome {
  const {
    numPassedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
    testResults = [],
  } = report as {
    numPassedTests?: number;
    numPendingTests?: number;
    numTodoTests?: number;
    testResults?: VitestFile[];
  };
  const troubles = testResults.flatMap(troublesOfFile);
  const failed = troubles.filter(({ kind }) => kind === 'failed').length;
  return { counts: { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }, troubles };
}

function troublesOfFile({ name: path, status, message, assertionResults }: VitestFile): Trouble[] {
  const name = relative('', path);
  const troubles = assertionResults.flatMap(({ status: outcome, fullName, failureMessages }): Trouble[] => {
    const [first] = failureMessages ?? [];
    if (outcome !== 'failed' && (outcome !== 'passed' || first === undefined)) return [];
    const kind = outcome === 'failed' ? 'failed' : 'flaky';
    return [{ kind, test: `${name}: ${fullName}`, why: firstLine(first) }];
  });
  const broken = status === 'failed' && !troubles.some(({ kind }) => kind === 'failed');
  return broken ? [...troubles, { kind: 'failed', test: name, why: firstLine(message) }] : troubles;
}

interface PlaywrightSuite {
  title: string;
  specs?: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { error?: { message?: string } }[] }[];
  }[];
  suites?: PlaywrightSuite[];
}

/** Reads what Playwright's reporter `json` wrote. Errors outside of any test count as failures. */
export function readPlaywright(report: unknown): Outcome {
  const { stats, suites, errors } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    suites: PlaywrightSuite[];
    errors: { message?: string }[];
  };
  const outside = errors.map(
    ({ message }): Trouble => ({ kind: 'failed', test: 'outside of the tests', why: firstLine(message) }),
  );
  return {
    counts: {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    },
    // The outermost suites are the files, which every spec names itself.
    troubles: [...outside, ...suites.flatMap((file) => troublesOfSuite(file, []))],
  };
}

function troublesOfSuite({ specs = [], suites = [] }: PlaywrightSuite, titles: string[]): Trouble[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }): Trouble => {
        const message = results.find(({ error }) => error !== undefined)?.error?.message;
        return {
          kind: status === 'flaky' ? 'flaky' : 'failed',
          test: `${file}:${line}: ${[...titles, title].join(' > ')}`,
          why: firstLine(message),
        };
      }),
  );
  return [...own, ...suites.flatMap((inner) => troublesOfSuite(inner, [...titles, inner.title]))];
}

/** Outcome of a runner that broke: one more failure. */
export function brokenRunner(why: string, outcome?: Outcome): Outcome {
  const { counts, troubles } = outcome ?? { counts: { passed: 0, failed: 0, skipped: 0 }, troubles: [] };
  return {
    counts: { ...counts, failed: counts.failed + 1 },
    troubles: [...troubles, { kind: 'failed', test: 'the runner', why }],
  };
}

/** Outcome of a program that counts nothing: as one test, whose failure is told by the program's own words. */
export function readProgram(passed: boolean, output: string): Outcome {
  if (passed) return { counts: { passed: 1, failed: 0, skipped: 0 }, troubles: [] };
  const lines = stripVTControlCharacters(output).split('\n');
  const why = lines.find((line) => /\berror\b/i.test(line)) ?? lines.findLast((line) => line.trim() !== '');
  return {
    counts: { passed: 0, failed: 1, skipped: 0 },
    troubles: [{ kind: 'failed', test: 'the whole', why: firstLine(why) }],
  };
}

/** Lines that tell of a suite's troubles, one each; `.ci/run` finds them in the log by their beginning. */
export function troubleLines(suite: string, troubles: readonly Trouble[]): string[] {
  return troubles.map(({ kind, test, why }) => `${kind.toUpperCase()} ${suite}: ${test}: ${why}`);
}

/** The first line that says something, without colours and not beyond reading. */
function firstLine(message: string | undefined): string {
  const line = stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((text) => text.trim())
    .find((text) => text !== '');
  return (line ?? 'no reason given').slice(0, 300);
}
