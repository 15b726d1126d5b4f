import { z } from 'zod';
import type { FieldMeta, Path, Widget } from '#model';

/** One field of a form, derived from the schema that also validates the document. */
export interface Field {
  /** Path below the component. */
  path: Path;
  title: string;
  description: string;
  widget: Widget | 'group' | 'yaml';
  section: string;
  examples: readonly string[];
  /** What applies where the document is silent. */
  default?: unknown;
  /** Values of a choice. */
  options?: readonly string[];
  /** Fields of a group. */
  fields?: readonly Field[];
  schema: z.ZodType;
}

/** A titled part of a form. */
export interface Section {
  title: string;
  fields: Field[];
}

/** Sections that come first, in this order; others follow as the schema has them. */
const FIRST_SECTIONS = ['General', 'Operations', 'Routes', 'Workload', 'Tables', 'Topics', 'Engine', 'Scale'];
const OTHER_SECTION = 'More';

/**
 * Fields of an object schema, in its order. `kind` and `engine` are left out: they are what the component is.
 *
 * @param schema of a component, or of an object in it
 * @param above path of the object
 */
export function fieldsOf(schema: z.ZodType, above: Path = [], section?: string): Field[] {
  const object = unwrapped(schema);
  if (!(object instanceof z.ZodObject)) return [];
  return Object.entries(object.shape as Record<string, z.ZodType>).flatMap(([key, inner]) =>
    above.length === 0 && (key === 'kind' || key === 'engine') ? [] : [fieldOf(key, inner, above, section)],
  );
}

/** Fields grouped by section. */
export function sectionsOf(fields: readonly Field[]): Section[] {
  const sections = new Map<string, Section>();
  for (const field of fields) {
    const section = sections.get(field.section) ?? { title: field.section, fields: [] };
    section.fields.push(field);
    sections.set(field.section, section);
  }
  const rank = ({ title }: Section) => {
    const place = FIRST_SECTIONS.indexOf(title);
    return place < 0 ? FIRST_SECTIONS.length : place;
  };
  return [...sections.values()].sort((a, b) => rank(a) - rank(b));
}

function fieldOf(key: string, schema: z.ZodType, above: Path, inherited?: string): Field {
  const meta = metaOf(schema);
  const path = [...above, key];
  const section = meta.section ?? inherited ?? OTHER_SECTION;
  const widget = meta.widget ?? widgetOf(schema);
  return {
    path,
    title: meta.title ?? titled(key),
    description: meta.description ?? '',
    widget,
    section,
    examples: meta.examples ?? [],
    ...(meta.default === undefined ? {} : { default: meta.default }),
    ...(widget === 'choice' ? { options: optionsOf(schema) } : {}),
    ...(widget === 'group' ? { fields: fieldsOf(schema, path, section) } : {}),
    schema,
  };
}

/** What is inside of `optional`, `nullable` and `default`. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (
    current instanceof z.ZodOptional ||
    current instanceof z.ZodNullable ||
    current instanceof z.ZodDefault
  ) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}

/** The outermost description of a schema: wrappers may or may not carry one. */
function metaOf(schema: z.ZodType): Partial<FieldMeta> {
  let current = schema;
  for (;;) {
    const meta = current.meta();
    if (meta?.title !== undefined) return meta as Partial<FieldMeta>;
    if (
      !(
        current instanceof z.ZodOptional ||
        current instanceof z.ZodNullable ||
        current instanceof z.ZodDefault
      )
    )
      return {};
    current = current.unwrap() as z.ZodType;
  }
}

function widgetOf(schema: z.ZodType): Field['widget'] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return 'group';
  if (inner instanceof z.ZodEnum) return 'choice';
  if (inner instanceof z.ZodBoolean) return 'toggle';
  if (inner instanceof z.ZodNumber) return 'integer';
  if (inner instanceof z.ZodArray)
    return unwrapped(inner.element as z.ZodType) instanceof z.ZodString ? 'list' : 'yaml';
  if (inner instanceof z.ZodString || inner instanceof z.ZodPipe) return 'text';
  if (inner instanceof z.ZodRecord)
    return unwrapped(inner.valueType as z.ZodType) instanceof z.ZodString ? 'map' : 'yaml';
  return 'yaml';
}

function optionsOf(schema: z.ZodType): string[] {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodEnum ? inner.options.map(String) : [];
}

/** `cpu-target` as a title: `Cpu target`. */
function titled(key: string): string {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
