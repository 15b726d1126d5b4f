import { describe, expect, test } from 'vitest';
import { brokenRunner, readPlaywright, readProgram, readVitest, troubleLines } from './test-report.ts';

describe('vitest', () => {
  test('names failed tests with the first line of the error, without colours', () => {
    const report = {
      numPassedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        {
          name: 'model/parse.test.ts',
          status: 'failed',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'reads', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'group refuses',
              failureMessages: ['\n\u001b[31mError: expected 1\u001b[39m\n    at parse.test.ts:3'],
            },
            { status: 'passed', fullName: 'waits', failureMessages: ['Error: timed out'] },
          ],
        },
      ],
    };
    expect(readVitest(report)).toEqual({
      counts: { passed: 2, failed: 1, skipped: 2 },
      troubles: [
        { kind: 'failed', test: 'model/parse.test.ts: group refuses', why: 'Error: expected 1' },
        { kind: 'flaky', test: 'model/parse.test.ts: waits', why: 'Error: timed out' },
      ],
    });
  });

  test('counts a file that broke before its tests', () => {
    const report = {
      testResults: [
        { name: 'a.test.ts', status: 'failed', message: 'SyntaxError: oops', assertionResults: [] },
      ],
    };
    expect(readVitest(report)).toEqual({
      counts: { passed: 0, failed: 1, skipped: 0 },
      troubles: [{ kind: 'failed', test: 'a.test.ts', why: 'SyntaxError: oops' }],
    });
  });
});

describe('Playwright', () => {
  const spec = (title: string, status: string, ...messages: (string | undefined)[]) => ({
    title,
    file: 'files.e2e.ts',
    line: 7,
    tests: [
      { status, results: messages.map((message) => (message === undefined ? {} : { error: { message } })) },
    ],
  });

  test('names failed and flaky tests of every depth, and errors outside of tests', () => {
    const report = {
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'Error: no such project' }],
      suites: [
        {
          title: 'files.e2e.ts',
          specs: [
            spec('saves', 'expected', undefined),
            spec('opens', 'unexpected', 'Error: one', 'Error: two'),
          ],
          suites: [
            { title: 'a full disk', specs: [spec('is told', 'flaky', 'TimeoutError: late', undefined)] },
            { title: 'elsewhere', specs: [spec('is left out', 'skipped')] },
          ],
        },
      ],
    };
    expect(readPlaywright(report)).toEqual({
      counts: { passed: 4, failed: 2, skipped: 2 },
      troubles: [
        { kind: 'failed', test: 'outside of the tests', why: 'Error: no such project' },
        { kind: 'failed', test: 'files.e2e.ts:7: opens', why: 'Error: one' },
        { kind: 'flaky', test: 'files.e2e.ts:7: a full disk > is told', why: 'TimeoutError: late' },
      ],
    });
  });
});

describe('a program without a report', () => {
  test('counts as one test', () => {
    expect(readProgram(true, '').counts).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  test.each([
    ['fine so far\na.ts(1,2): error TS2322: no\nmore', 'a.ts(1,2): error TS2322: no'],
    ['too large\n\n', 'too large'],
    ['', 'no reason given'],
  ])('tells %j by %j', (output, why) => {
    expect(readProgram(false, output)).toEqual({
      counts: { passed: 0, failed: 1, skipped: 0 },
      troubles: [{ kind: 'failed', test: 'the whole', why }],
    });
  });
});

test('a runner that broke fails beside what it counted', () => {
  const { counts, troubles } = brokenRunner('ended with 1', readProgram(true, ''));
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(troubleLines('unit', troubles)).toEqual(['FAILED unit: the runner: ended with 1']);
});

test('marks what is flaky', () => {
  expect(troubleLines('e2e', [{ kind: 'flaky', test: 'a.e2e.ts:1: b', why: 'late' }])).toEqual([
    'FLAKY e2e: a.e2e.ts:1: b: late',
  ]);
});
