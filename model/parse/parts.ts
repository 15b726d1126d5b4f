import type { z } from 'zod';
import { type Connection, connection } from '../schema/document.ts';
import { dnsLabel } from '../schema/quantity.ts';
import type { Finding } from '../source/finding.ts';
import { FORBIDDEN_KEYS } from '../source/node.ts';
import { inWords } from '../words/words.ts';
import { explainIssues } from './explain.ts';
import { prefixFinding } from './prefix.ts';
import { salvage } from './salvage.ts';
import { keysOfSchema } from './schema-keys.ts';

/** A part of a document after its check. Paths of the findings start at the part. */
export interface Part<T> {
  value: T | undefined;
  findings: readonly Finding[];
}

/** Names that were found good, so that a name is checked once however often a document is read. */
const goodNames = new Set<string>();
const MOST_NAMES = 100_000;
const label = dnsLabel();
const known = new WeakMap<z.ZodType, WeakMap<object, Part<unknown>>>();

/**
 * Checks the parts of a map whose keys are names.
 *
 * @param record the document's plain value
 * @param key the section, e.g. `canvas`
 * @param findings where findings are added
 * @param check checks one part
 * @returns the valid parts under good names
 */
export function checkMap<T>(
  record: Record<string, unknown>,
  key: string,
  findings: Finding[],
  check: (value: unknown) => Part<T>,
): Record<string, T> {
  const parts: Record<string, T> = {};
  const map = record[key];
  if (map === undefined || map === null) return parts;
  if (typeof map !== 'object' || Array.isArray(map)) {
    findings.push({
      code: 'schema/type',
      severity: 'error',
      path: [key],
      message: `"${key}" has to be a map, not ${inWords(map)}`,
      expected: 'a map of names',
    });
    return parts;
  }
  for (const [name, value] of Object.entries(map)) {
    const bad = checkName(name, [key, name]);
    if (bad !== undefined) findings.push(bad);
    const part = check(value);
    for (const finding of part.findings) findings.push(prefixFinding(finding, [key, name]));
    if (part.value !== undefined && bad === undefined) parts[name] = part.value;
  }
  return parts;
}

function checkName(name: string, path: readonly string[]): Finding | undefined {
  if (goodNames.has(name)) return undefined;
  const result = label.safeParse(name);
  if (result.success && !FORBIDDEN_KEYS.has(name)) {
    if (goodNames.size < MOST_NAMES) goodNames.add(name);
    return undefined;
  }
  const expected =
    'a DNS label: lower-case letters, digits and hyphens, starting with a letter, at most 63 characters';
  return {
    code: 'schema/name',
    severity: 'error',
    path,
    at: 'key',
    message: `${inWords(name)} cannot be a name`,
    expected,
  };
}

/**
 * Checks a part against its schema; each value once, like `checkComponent`.
 *
 * @param schema what the part should be
 * @param value what was read
 */
export function checkPart<T>(schema: z.ZodType<T>, value: unknown): Part<T> {
  if (typeof value !== 'object' || value === null) return freshPart(schema, value);
  const parts = known.get(schema) ?? new WeakMap<object, Part<unknown>>();
  known.set(schema, parts);
  let part = parts.get(value);
  if (part === undefined) {
    part = freshPart(schema, value);
    parts.set(value, part);
  }
  return part as Part<T>;
}

function freshPart<T>(schema: z.ZodType<T>, value: unknown): Part<T> {
  const { value: valid, issues } = salvage(schema, value);
  return { value: valid, findings: explainIssues(issues, value, [], (path) => keysOfSchema(schema, path)) };
}

/** The valid connections, and the index in the text of each. */
export interface CheckedConnections {
  connections: Connection[];
  indices: number[];
}

/** Checks the list of connections. */
export function checkConnectionList(value: unknown, findings: Finding[]): CheckedConnections {
  const result: CheckedConnections = { connections: [], indices: [] };
  if (value === undefined || value === null) return result;
  if (!Array.isArray(value)) {
    findings.push({
      code: 'schema/type',
      severity: 'error',
      path: ['connections'],
      message: `"connections" has to be a list, not ${inWords(value)}`,
      expected: 'a list',
    });
    return result;
  }
  value.forEach((item: unknown, index) => {
    const part = checkPart<Connection>(connection, item);
    for (const finding of part.findings) findings.push(prefixFinding(finding, ['connections', index]));
    if (part.value === undefined) return;
    result.connections.push(part.value);
    result.indices.push(index);
  });
  return result;
}
