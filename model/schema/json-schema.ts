import { z } from 'zod';
import {
  componentSchema,
  connection,
  documentFrame,
  FORMAT_VERSION,
  layout,
  MAX_COMPONENTS,
  position,
} from './document.ts';
import { KINDS, type Kind } from './kinds/index.ts';
import { dnsLabel } from './quantity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where the schema is published. */
export const SCHEMA_ID = `https://archwright.dev/schema/archwright-${FORMAT_VERSION}.schema.json`;

type Json = Record<string, unknown>;

/** One kind with one of its engines. */
interface Variant {
  name: string;
  kind: Kind;
  engine: string | undefined;
  /** It is what a component without an engine is. */
  isDefault: boolean;
}

/**
 * JSON Schema of the whole format, for editors: completion, hover and squiggles while typing.
 *
 * @param vocabulary the engines that exist
 * @returns a JSON Schema (draft 7, which editors support best); each component is checked by its kind and engine
 */
export function jsonSchema(vocabulary: Vocabulary): object {
  const variants = KINDS.flatMap((kind) => variantsOf(kind, vocabulary));
  const parts = z.strictObject({
    document: documentFrame.omit({ components: true, connections: true, layouts: true, canvas: true }),
    connection,
    layout,
    position,
    ...Object.fromEntries(
      variants.map(({ name, kind, engine }) => [name, componentSchema(kind, engine, vocabulary)]),
    ),
  });
  const { properties, definitions } = toJson(parts) as {
    properties: Record<string, Json>;
    definitions?: Record<string, Json>;
  };
  const { document, ...rest } = properties;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_ID,
    title: 'Archwright document',
    description:
      'A system: its components, how they are connected, how they are packed into deployables, and where they are drawn.',
    ...document,
    properties: { ...(document?.properties as Json), ...sections() },
    definitions: { ...definitions, ...rest, component: anyComponent(variants, vocabulary) },
  };
}

function sections(): Json {
  const map = (title: string, description: string, part: string, more: Json = {}): Json => ({
    title,
    description,
    type: ['object', 'null'],
    propertyNames: toJson(dnsLabel()),
    additionalProperties: { $ref: `#/definitions/${part}` },
    ...more,
  });
  return {
    components: map('Components', 'What the system consists of, by name.', 'component', {
      maxProperties: MAX_COMPONENTS,
    }),
    connections: {
      title: 'Connections',
      description:
        'Who calls or publishes to whom, beside the calls of operations; with timeouts and retries.',
      type: ['array', 'null'],
      items: { $ref: '#/definitions/connection' },
    },
    layouts: map('Layouts', 'Ways to pack the services into deployable units, by name.', 'layout'),
    canvas: map('Canvas', 'Where each component is drawn, by name.', 'position'),
  };
}

function variantsOf(kind: Kind, vocabulary: Vocabulary): Variant[] {
  const engines = vocabulary.enginesOf(kind);
  if (engines.length === 0) return [{ name: kind, kind, engine: undefined, isDefault: true }];
  return engines.map((engine, index) => ({
    name: `${kind}-${engine}`,
    kind,
    engine,
    isDefault: index === 0,
  }));
}

/** A component: `kind` and `engine` say which of the variants it has to be. */
function anyComponent(variants: readonly Variant[], vocabulary: Vocabulary): Json {
  const engines = [...new Set(KINDS.flatMap((kind) => vocabulary.enginesOf(kind)))];
  return {
    title: 'Component',
    description: 'A part of the system.',
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { title: 'Kind', description: 'What it is.', enum: [...KINDS] },
      engine: { title: 'Engine', description: 'What runs it.', enum: engines },
    },
    allOf: [...KINDS.flatMap((kind) => engineRule(kind, vocabulary)), ...variants.map(variantRule)],
  };
}

/** Each kind has engines of its own. */
function engineRule(kind: Kind, vocabulary: Vocabulary): Json[] {
  const engines = vocabulary.enginesOf(kind);
  if (engines.length === 0) return [];
  return [when({ kind: { const: kind } }, ['kind'], { properties: { engine: { enum: [...engines] } } })];
}

function variantRule({ name, kind, engine, isDefault }: Variant): Json {
  const properties = {
    kind: { const: kind },
    ...(engine === undefined ? {} : { engine: { const: engine } }),
  };
  return when(properties, isDefault ? ['kind'] : ['kind', 'engine'], { $ref: `#/definitions/${name}` });
}

function when(properties: Json, required: readonly string[], consequence: Json): Json {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: { properties, required }, then: consequence };
}

function toJson(schema: z.ZodType): Json {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: part }) => refine(zodSchema, part as Json),
  });
  const { $schema: _, ...rest } = json as Json;
  return rest;
}

/** Adds what the input side of a schema does not say, and takes away what only forms need. */
function refine(schema: z.core.$ZodTypes, part: Json): void {
  for (const key of ['widget', 'section']) delete part[key];
  const definition = schema._zod.def;
  if (definition.type !== 'pipe' || !(definition.out instanceof z.ZodString)) return;
  const pattern = patternOf(definition.out);
  const branches = part.anyOf as Json[] | undefined;
  if (pattern !== undefined && branches !== undefined)
    part.anyOf = branches.map((branch) => (branch.type === 'string' ? { ...branch, pattern } : branch));
}

function patternOf(schema: z.ZodString): string | undefined {
  const json = z.toJSONSchema(schema, { target: 'draft-7' }) as Json;
  return typeof json.pattern === 'string' ? json.pattern : undefined;
}
