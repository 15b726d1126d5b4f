import type { z } from 'zod';
import {
  type ArchDocument,
  type Connection,
  connection,
  documentFrame,
  FORMAT_VERSION,
  type Layout,
  layout,
  type Position,
  position,
} from '../schema/document.ts';
import { dnsLabel } from '../schema/quantity.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';
import { checkComponent } from './component.ts';
import { explainIssues } from './explain.ts';
import { prefixFinding } from './prefix.ts';
import { salvage } from './salvage.ts';
import { keysOfSchema } from './schema-keys.ts';
import { inWords } from './words.ts';

/** A document without anything in it. */
export function emptyDocument(name = 'untitled'): ArchDocument {
  return { archwright: FORMAT_VERSION, name, components: {}, connections: [], layouts: {}, canvas: {} };
}

/** What a value says as a document. `indices` maps a connection's index to its index in the text. */
export interface Framed {
  document: ArchDocument;
  findings: Finding[];
}

const MAPS = ['components', 'layouts', 'canvas'] as const;
const label = dnsLabel();

/**
 * Checks a whole value against the schema, part by part.
 *
 * @param value the plain value of a text
 * @param vocabulary the engines that exist
 * @returns the readable document and everything that is wrong with its shape
 */
export function frameDocument(value: unknown, vocabulary: Vocabulary): Framed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = 'start with archwright: 1, name: and components:';
    return {
      document: emptyDocument(),
      findings: [
        {
          code: 'schema/type',
          severity: 'error',
          path: [],
          message: `a document has to be a map, not ${inWords(value)}`,
          expected: 'a map',
          hint,
        },
      ],
    };
  }
  const record = value as Record<string, unknown>;
  const findings: Finding[] = [];
  const version = checkVersion(record);
  if (version !== undefined) findings.push(version);
  const document = emptyDocument();
  Object.assign(document, checkHead(record, findings));
  document.components = checkMap(record, 'components', findings, (part) => {
    const { component, findings: found } = checkComponent(part, vocabulary);
    return { value: component, findings: found };
  });
  document.layouts = checkMap(record, 'layouts', findings, (part) => checkPart<Layout>(layout, part));
  document.canvas = checkMap(record, 'canvas', findings, (part) => checkPart<Position>(position, part));
  document.connections = checkConnections(record.connections, findings);
  return { document, findings };
}

function checkVersion(record: Record<string, unknown>): Finding | undefined {
  const version = record.archwright;
  if (version === FORMAT_VERSION) return undefined;
  if (version === undefined) {
    const fixes = [
      {
        title: `Add archwright: ${FORMAT_VERSION}`,
        edits: [{ type: 'set' as const, path: ['archwright'], value: FORMAT_VERSION }],
      },
    ];
    return {
      code: 'schema/version',
      severity: 'error',
      path: ['archwright'],
      message: 'the version of the format is missing',
      expected: `archwright: ${FORMAT_VERSION} at the top`,
      hint: `add the line archwright: ${FORMAT_VERSION}`,
      fixes,
    };
  }
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    return {
      code: 'schema/newer-version',
      severity: 'error',
      path: ['archwright'],
      message: `this document was made by a newer Archwright (format ${version}; this one reads up to ${FORMAT_VERSION})`,
      hint: 'update Archwright',
    };
  }
  return {
    code: 'schema/version',
    severity: 'error',
    path: ['archwright'],
    message: `${inWords(version)} is no version of the format`,
    expected: String(FORMAT_VERSION),
  };
}

/** Top-level fields that are no map of parts: name, description, and keys that do not belong there. */
function checkHead(record: Record<string, unknown>, findings: Finding[]): Partial<ArchDocument> {
  const head = Object.fromEntries(
    Object.entries(record).filter(
      ([key]) => !(MAPS as readonly string[]).includes(key) && key !== 'connections',
    ),
  );
  const rest = salvage(documentFrame, { ...head, archwright: FORMAT_VERSION });
  findings.push(...explainIssues(rest.issues, head, [], (path) => keysOfSchema(documentFrame, path)));
  const { name, description } = (rest.value ?? head) as { name?: unknown; description?: unknown };
  return {
    ...(typeof name === 'string' && label.safeParse(name).success ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  };
}

interface Part<T> {
  value: T | undefined;
  findings: readonly Finding[];
}

function checkMap<T>(
  record: Record<string, unknown>,
  key: (typeof MAPS)[number],
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

const goodNames = new Set<string>();

function checkName(name: string, path: readonly string[]): Finding | undefined {
  if (goodNames.has(name)) return undefined;
  const result = label.safeParse(name);
  if (result.success) {
    if (goodNames.size < 100_000) goodNames.add(name);
    return undefined;
  }
  return {
    code: 'schema/name',
    severity: 'error',
    path,
    at: 'key',
    message: `${inWords(name)} cannot be a name`,
    expected:
      'a DNS label: lower-case letters, digits and hyphens, starting with a letter, at most 63 characters',
  };
}

const parts = new WeakMap<z.ZodType, WeakMap<object, Part<unknown>>>();

/** Checks a part once per value, like `checkComponent`. */
function checkPart<T>(schema: z.ZodType, value: unknown): Part<T> {
  if (typeof value !== 'object' || value === null) return freshPart<T>(schema, value);
  const known = parts.get(schema) ?? new WeakMap<object, Part<unknown>>();
  parts.set(schema, known);
  let part = known.get(value);
  if (part === undefined) {
    part = freshPart<T>(schema, value);
    known.set(value, part);
  }
  return part as Part<T>;
}

function freshPart<T>(schema: z.ZodType, value: unknown): Part<T> {
  const rest = salvage(schema, value);
  return {
    value: rest.value as T | undefined,
    findings: explainIssues(rest.issues, value, [], (path) => keysOfSchema(schema, path)),
  };
}

function checkConnections(value: unknown, findings: Finding[]): Connection[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    findings.push({
      code: 'schema/type',
      severity: 'error',
      path: ['connections'],
      message: `"connections" has to be a list, not ${inWords(value)}`,
      expected: 'a list',
    });
    return [];
  }
  return value.flatMap((item: unknown, index) => {
    const part = checkPart<Connection>(connection, item);
    for (const finding of part.findings) findings.push(prefixFinding(finding, ['connections', index]));
    return part.value === undefined ? [] : [part.value];
  });
}
