import type { Origin } from '../references/check.ts';
import { type ArchDocument, documentFrame, FORMAT_VERSION, layout, position } from '../schema/document.ts';
import { dnsLabel } from '../schema/quantity.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';
import { inWords } from '../words/words.ts';
import { checkComponent } from './component.ts';
import { explainIssues } from './explain.ts';
import { checkConnectionList, checkMap, checkPart } from './parts.ts';
import { salvage } from './salvage.ts';
import { keysOfSchema } from './schema-keys.ts';

/** A document without anything in it. @param name name of the system, a DNS label */
export function emptyDocument(name = 'untitled'): ArchDocument {
  return { archwright: FORMAT_VERSION, name, components: {}, connections: [], layouts: {}, canvas: {} };
}

/** What a value says as a document, and what is wrong with its shape. */
export interface Framed {
  document: ArchDocument;
  findings: Finding[];
  origin: Origin;
}

const SECTIONS: readonly string[] = ['components', 'connections', 'layouts', 'canvas'];
const START = `start with archwright: ${FORMAT_VERSION}, name: and components:`;
const NEWER = 'schema/newer-version';
const label = dnsLabel();

/**
 * Checks a whole value against the schema, part by part.
 *
 * @param value the plain value of a text; `undefined` for an empty one
 * @param vocabulary the engines that exist
 * @returns the readable document and everything that is wrong with its shape
 */
export function frameDocument(value: unknown, vocabulary: Vocabulary): Framed {
  if (value === undefined || value === null)
    return nothing({
      code: 'syntax/empty',
      severity: 'error',
      path: [],
      message: 'the document is empty',
      hint: START,
    });
  if (typeof value !== 'object' || Array.isArray(value)) {
    return nothing({
      code: 'schema/type',
      severity: 'error',
      path: [],
      message: `a document has to be a map, not ${inWords(value)}`,
      expected: 'a map',
      hint: START,
    });
  }
  const record = value as Record<string, unknown>;
  const findings: Finding[] = [];
  const document: ArchDocument = { ...emptyDocument(), ...checkHead(record, findings) };
  document.components = checkMap(record, 'components', findings, (part) => {
    const { component, findings: found } = checkComponent(part, vocabulary);
    return { value: component, findings: found };
  });
  const { connections, indices } = checkConnectionList(record.connections, findings);
  document.connections = connections;
  document.layouts = checkMap(record, 'layouts', findings, (part) => checkPart(layout, part));
  document.canvas = checkMap(record, 'canvas', findings, (part) => checkPart(position, part));
  const names = new Set(
    typeof record.components === 'object' && record.components !== null ? Object.keys(record.components) : [],
  );
  // What else a newer version allows, this one cannot know: it would only call new fields wrong.
  const newer = findings.filter(({ code }) => code === NEWER);
  return {
    document,
    findings: newer.length > 0 ? newer : findings,
    origin: { names, connections: indices },
  };
}

function nothing(finding: Finding): Framed {
  return { document: emptyDocument(), findings: [finding], origin: { names: new Set(), connections: [] } };
}

/** Checks the fields that are no section: version, name, description, and keys that do not belong there. */
function checkHead(record: Record<string, unknown>, findings: Finding[]): Partial<ArchDocument> {
  const version = checkVersion(record);
  if (version !== undefined) findings.push(version);
  const head = Object.fromEntries(Object.entries(record).filter(([key]) => !SECTIONS.includes(key)));
  const { issues } = salvage(documentFrame, { ...head, archwright: FORMAT_VERSION });
  findings.push(...explainIssues(issues, head, [], (path) => keysOfSchema(documentFrame, path)));
  const { name, description } = head;
  return {
    ...(typeof name === 'string' && label.safeParse(name).success ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
  };
}

function checkVersion(record: Record<string, unknown>): Finding | undefined {
  const version = record.archwright;
  const at = { severity: 'error', path: ['archwright'] } as const;
  if (version === FORMAT_VERSION) return undefined;
  if (version === undefined) {
    const fixes = [
      {
        title: `Add archwright: ${FORMAT_VERSION}`,
        edits: [{ type: 'set' as const, path: at.path, value: FORMAT_VERSION }],
      },
    ];
    return {
      code: 'schema/version',
      ...at,
      message: 'the version of the format is missing',
      expected: `archwright: ${FORMAT_VERSION}`,
      hint: `add the line archwright: ${FORMAT_VERSION} at the top`,
      fixes,
    };
  }
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    const message = `this document was made by a newer Archwright: it has format ${version}, and this one reads up to ${FORMAT_VERSION}`;
    return { code: NEWER, ...at, message, hint: 'update Archwright' };
  }
  return {
    code: 'schema/version',
    ...at,
    message: `${inWords(version)} is no version of the format`,
    expected: String(FORMAT_VERSION),
  };
}
