import type { z } from 'zod';
import type { Path } from '../problem.ts';
import type { Finding } from '../source/finding.ts';
import { suggest } from '../words/suggest.ts';
import { describeType, eitherOf, inWords } from '../words/words.ts';

type Issue = z.core.$ZodIssue;

/**
 * Says in words what a schema found wrong.
 *
 * @param issues zod's issues
 * @param root the value that was checked
 * @param at path of that value in the document
 * @param keysAt keys that are allowed at a path below `root`, where they are fixed
 * @returns a finding or more for each issue
 */
export function explainIssues(
  issues: readonly Issue[],
  root: unknown,
  at: Path,
  keysAt: (path: Path) => readonly string[],
): Finding[] {
  return issues.flatMap((issue) => explain(issue, root, at, [], keysAt));
}

function explain(
  issue: Issue,
  root: unknown,
  at: Path,
  above: Path,
  keysAt: (path: Path) => readonly string[],
): Finding[] {
  const local = [...above, ...(issue.path as Path)];
  const path = [...at, ...local];
  const found = valueAt(root, local);
  const name = String(path.at(-1) ?? 'document');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, keysAt(local)));
    case 'invalid_union': {
      const branch = likeliest(issue.errors);
      if (branch !== undefined) return branch.flatMap((inner) => explain(inner, root, at, local, keysAt));
      return [ofUnion(issue, path, name, found)];
    }
    case 'invalid_key': {
      const inner = issue.issues[0];
      return [
        {
          code: 'schema/name',
          severity: 'error',
          path,
          at: 'key',
          message: `${JSON.stringify(name)} cannot be a name here`,
          expected: inner?.message ?? 'another name',
        },
      ];
    }
    case 'invalid_type':
      return found === undefined
        ? [missing(path, name, ownOr(issue.message, describeType(issue.expected)))]
        : [wrong('schema/type', path, name, ownOr(issue.message, describeType(issue.expected)), found)];
    case 'invalid_value':
      return [oneOf(issue, path, name, found)];
    case 'too_small':
    case 'too_big':
      return [wrong('schema/size', path, name, ownOr(issue.message, sizeText(issue)), found)];
    default:
      return [wrong('schema/format', path, name, ownOr(issue.message, 'another value'), found)];
  }
}

function unknownKey(key: string, path: Path, allowed: readonly string[]): Finding {
  const meant = suggest(key, allowed);
  return {
    code: 'schema/unknown-key',
    severity: 'error',
    path: [...path, key],
    at: 'key',
    message: `${JSON.stringify(key)} is not known here`,
    ...(allowed.length === 0 ? {} : { expected: eitherOf(allowed) }),
    ...(meant === undefined
      ? {
          fixes: [
            { title: `Remove "${key}"`, edits: [{ type: 'set', path: [...path, key], value: undefined }] },
          ],
        }
      : {
          hint: `did you mean "${meant}"?`,
          fixes: [
            {
              title: `Rename to "${meant}"`,
              edits: [{ type: 'rename-key', path: [...path, key], to: meant }],
            },
          ],
        }),
  };
}

/** No branch got anywhere: what all of them would have taken. */
function ofUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  name: string,
  found: unknown,
): Finding {
  const options = issue.errors.flatMap((branch) =>
    branch.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : [])),
  );
  const expected = ownOr(issue.message, unionTypes(issue));
  if (found === undefined) return missing(path, name, expected);
  return suggesting(
    wrong(options.length > 0 ? 'schema/value' : 'schema/type', path, name, expected, found),
    options,
    found,
  );
}

function oneOf(
  issue: Extract<Issue, { code: 'invalid_value' }>,
  path: Path,
  name: string,
  found: unknown,
): Finding {
  const options = issue.values.map(String);
  const expected = ownOr(issue.message, eitherOf(options));
  if (found === undefined) return missing(path, name, expected);
  return suggesting(wrong('schema/value', path, name, expected, found), options, found);
}

/** Adds what was probably meant, as a hint and as a fix. */
function suggesting(finding: Finding, options: readonly string[], found: unknown): Finding {
  const meant = typeof found === 'string' ? suggest(found, options) : undefined;
  if (meant === undefined) return finding;
  const fixes = [
    { title: `Change to "${meant}"`, edits: [{ type: 'set' as const, path: finding.path, value: meant }] },
  ];
  return { ...finding, hint: `did you mean "${meant}"?`, fixes };
}

function missing(path: Path, name: string, expected: string): Finding {
  return {
    code: 'schema/missing',
    severity: 'error',
    path,
    at: 'key',
    message: `"${name}" is missing`,
    expected,
  };
}

function wrong(code: string, path: Path, name: string, expected: string, found: unknown): Finding {
  const subject = typeof path.at(-1) === 'number' ? `item ${Number(path.at(-1)) + 1}` : `"${name}"`;
  return {
    code,
    severity: 'error',
    path,
    message: `${subject} has to be ${expected}, not ${inWords(found)}`,
    expected,
  };
}

/** zod's own messages start like this; every other was written for people, as what is expected. */
function isOwnMessage(message: string): boolean {
  return !/^(Invalid|Too (big|small)|Unrecognized)/.test(message);
}

function ownOr(message: string, otherwise: string): string {
  return isOwnMessage(message) ? message : otherwise;
}

/** The branch of a union that was meant: the one that got deepest before it failed. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  let best: readonly Issue[] | undefined;
  let score = 0;
  for (const branch of branches) {
    const depth = Math.max(0, ...branch.map(depthOf));
    if (depth > score) {
      best = branch;
      score = depth;
    }
  }
  return best;
}

function depthOf(issue: Issue): number {
  if (issue.code === 'invalid_union')
    return (
      issue.path.length + Math.max(0, ...issue.errors.map((branch) => Math.max(0, ...branch.map(depthOf))))
    );
  return (
    issue.path.length + (issue.code === 'unrecognized_keys' || issue.code === 'invalid_format' ? 0.5 : 0)
  );
}

function unionTypes(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const types = issue.errors.flatMap((branch) =>
    branch.map((inner) => (inner.code === 'invalid_type' ? describeType(inner.expected) : '')),
  );
  const named = [...new Set(types.filter((type) => type !== ''))];
  return named.length === 0 ? 'another value' : eitherOf(named);
}

function sizeText(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const small = issue.code === 'too_small';
  const bound = String(small ? issue.minimum : issue.maximum);
  const unit =
    issue.origin === 'string'
      ? ' characters'
      : issue.origin === 'array' || issue.origin === 'set'
        ? ' items'
        : '';
  if (unit !== '' && small && bound === '1') return 'not empty';
  return `at ${small ? 'least' : 'most'} ${bound}${unit}`;
}

function valueAt(root: unknown, path: Path): unknown {
  let value: unknown = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
