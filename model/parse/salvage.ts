import type { z } from 'zod';
import type { Path } from '../problem.ts';

/** Rounds of dropping what is invalid before a value is given up: each removes at least one part. */
const MAX_ROUNDS = 12;

/**
 * Parses what can be parsed: invalid fields are dropped, one round after the other.
 *
 * @param schema what the value should be
 * @param value what was read
 * @returns the valid rest, or `undefined` where nothing useful is left; and zod's issues with the whole value
 */
export function salvage<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { value: T | undefined; issues: readonly z.core.$ZodIssue[] } {
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, issues: [] };
  let rest = value;
  let issues: readonly z.core.$ZodIssue[] = first.error.issues;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    rest = dropAll(rest, issues);
    if (rest === undefined) break;
    const next = schema.safeParse(rest);
    if (next.success) return { value: next.data, issues: first.error.issues };
    issues = next.error.issues;
  }
  return { value: undefined, issues: first.error.issues };
}

function dropAll(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const all = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  ) as Path[];
  // One value may break several rules; it is dropped once, or the next would take what holds it.
  const paths = [...new Map(all.map((path) => [JSON.stringify(path), path])).values()];
  // Later list items first, so that the indices of earlier ones stay true.
  paths.sort((a, b) => comparePaths(b, a));
  let rest = value;
  for (const path of paths) rest = drop(rest, path);
  return rest;
}

function comparePaths(a: Path, b: Path): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return left - right;
  }
  return a.length - b.length;
}

/** A copy without what stands at the path; where that is missing, without what should have held it. */
function drop(value: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
    return undefined;
  if (Array.isArray(value)) {
    const inner = rest.length === 0 ? undefined : drop(value[Number(step)], rest);
    return inner === undefined ? value.toSpliced(Number(step), 1) : value.with(Number(step), inner);
  }
  const record = value as Record<string, unknown>;
  const inner = rest.length === 0 ? undefined : drop(record[step], rest);
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, old]) =>
      key !== String(step) ? [[key, old]] : inner === undefined ? [] : [[key, inner]],
    ),
  );
}
