import type { z } from 'zod';
import type { Path } from '../problem.ts';
import { type Component, componentSchema } from '../schema/document.ts';
import { KINDS, type Kind } from '../schema/kinds/index.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';
import { suggest } from '../words/suggest.ts';
import { eitherOf, inWords } from '../words/words.ts';
import { explainIssues } from './explain.ts';
import { salvage } from './salvage.ts';
import { keysOfSchema } from './schema-keys.ts';

/** A component after its check: what is valid of it, and what is not. Paths of the findings start at the component. */
export interface CheckedComponent {
  component: Component | undefined;
  findings: readonly Finding[];
}

const checked = new WeakMap<Vocabulary, WeakMap<object, CheckedComponent>>();
const schemas = new WeakMap<Vocabulary, Map<string, z.ZodType<Component>>>();

/**
 * Checks one component against its kind's and its engine's fields. Each value is checked once: the tree shares the
 * unchanged values between versions of a document, and so their checks and components are shared too.
 *
 * @param value what stands under the component's name
 * @param vocabulary the engines that exist
 * @returns the valid part of it, and what is wrong
 */
export function checkComponent(value: unknown, vocabulary: Vocabulary): CheckedComponent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const finding: Finding = {
      code: 'schema/type',
      severity: 'error',
      path: [],
      message: `a component has to be a map, not ${inWords(value)}`,
      expected: 'a map with a kind',
      hint: 'write kind: service below the name',
    };
    return { component: undefined, findings: [finding] };
  }
  const known = checked.get(vocabulary) ?? new WeakMap<object, CheckedComponent>();
  checked.set(vocabulary, known);
  let result = known.get(value);
  if (result === undefined) {
    result = check(value as Record<string, unknown>, vocabulary);
    known.set(value, result);
  }
  return result;
}

function check(value: Record<string, unknown>, vocabulary: Vocabulary): CheckedComponent {
  const kind = value.kind;
  if (!isKind(kind)) return { component: undefined, findings: [wrongKind(value)] };
  const engines = vocabulary.enginesOf(kind);
  const [engine, findings] = engineOf(value.engine, kind, engines);
  const schema = schemaOf(kind, engine, vocabulary);
  const usable =
    findings.length === 0
      ? value
      : Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'engine'));
  const rest = salvage(schema, usable);
  const keysAt = (path: Path) => keysOfSchema(schema, path);
  return {
    component: rest.value,
    findings: [...findings, ...explainIssues(rest.issues, usable, [], keysAt)],
  };
}

function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && (KINDS as string[]).includes(value);
}

function wrongKind(value: Record<string, unknown>): Finding {
  const expected = eitherOf(KINDS);
  if (!Object.hasOwn(value, 'kind'))
    return {
      code: 'schema/missing',
      severity: 'error',
      path: ['kind'],
      at: 'key',
      message: '"kind" is missing',
      expected,
    };
  const meant = typeof value.kind === 'string' ? suggest(value.kind, KINDS) : undefined;
  return {
    code: 'schema/unknown-kind',
    severity: 'error',
    path: ['kind'],
    message: `${inWords(value.kind)} is no kind of component`,
    expected,
    ...(meant === undefined
      ? {}
      : {
          hint: `did you mean "${meant}"?`,
          fixes: [{ title: `Change to "${meant}"`, edits: [{ type: 'set', path: ['kind'], value: meant }] }],
        }),
  };
}

/** @returns the engine whose fields count (the kind's first where none or a wrong one is named), and what is wrong */
function engineOf(written: unknown, kind: Kind, engines: readonly string[]): [string | undefined, Finding[]] {
  const [first] = engines;
  if (written === undefined) return [first, []];
  if (typeof written === 'string' && engines.includes(written)) return [written, []];
  if (engines.length === 0) {
    const fixes = [
      { title: 'Remove the engine', edits: [{ type: 'set' as const, path: ['engine'], value: undefined }] },
    ];
    return [
      undefined,
      [
        {
          code: 'schema/unknown-engine',
          severity: 'error',
          path: ['engine'],
          at: 'key',
          message: `a ${kind} has no engine`,
          hint: 'remove it',
          fixes,
        },
      ],
    ];
  }
  const meant =
    (typeof written === 'string' ? suggest(written, engines) : undefined) ??
    (engines.length === 1 ? first : undefined);
  const fixes =
    meant === undefined
      ? {}
      : {
          hint: `did you mean "${meant}"?`,
          fixes: [
            {
              title: `Change to "${meant}"`,
              edits: [{ type: 'set' as const, path: ['engine'], value: meant }],
            },
          ],
        };
  return [
    first,
    [
      {
        code: 'schema/unknown-engine',
        severity: 'error',
        path: ['engine'],
        message: `${inWords(written)} is no engine of a ${kind}`,
        expected: eitherOf(engines),
        ...fixes,
      },
    ],
  ];
}

/** @returns the schema of a kind with the fields of its engine; built once per vocabulary */
export function schemaOf(
  kind: Kind,
  engine: string | undefined,
  vocabulary: Vocabulary,
): z.ZodType<Component> {
  const known = schemas.get(vocabulary) ?? new Map<string, z.ZodType<Component>>();
  schemas.set(vocabulary, known);
  const key = `${kind}/${engine ?? ''}`;
  let schema = known.get(key);
  if (schema === undefined) {
    schema = componentSchema(kind, engine, vocabulary) as unknown as z.ZodType<Component>;
    known.set(key, schema);
  }
  return schema;
}
