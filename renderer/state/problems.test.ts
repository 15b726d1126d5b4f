import { expect, test } from 'vitest';
import type { Problem, Severity } from '#model';
import { mergeProblems, problemsByComponent } from './problems.ts';

const problem = (code: string, severity: Severity, start: number, component?: string): Problem => ({
  code,
  severity,
  message: code,
  path: [],
  range: { line: 1, column: 1, endLine: 1, endColumn: 1, start, end: start },
  ...(component ? { component } : {}),
});

test('lists the worst first, then what stands first in the text', () => {
  const merged = mergeProblems(
    [problem('b', 'error', 9), problem('a', 'error', 3)],
    [problem('d', 'info', 0), problem('c', 'warning', 1)],
  );
  expect(merged.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd']);
});

test('counts by component and keeps the worst severity', () => {
  const counts = problemsByComponent([
    problem('a', 'info', 0, 'orders'),
    problem('b', 'error', 0, 'orders'),
    problem('c', 'warning', 0, 'orders'),
    problem('d', 'error', 0),
  ]);
  expect(counts.get('orders')).toEqual({ count: 3, severity: 'error' });
  expect(counts.size).toBe(1);
});
