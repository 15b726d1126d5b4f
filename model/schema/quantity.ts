import { z } from 'zod';

/**
 * How a form shows a value and how an editor explains it. Attached to schemas with `.meta()`, so that one
 * declaration serves validation, the published JSON Schema, the inspector and the documentation.
 */
export interface FieldMeta {
  title: string;
  description: string;
  examples?: string[];
  /** The control that edits the value; forms fall back on the JSON type where it is absent. */
  widget?: Widget;
  /** Groups fields into sections of the inspector. */
  section?: string;
  /** What a generator uses where the document is silent; shown as the control's placeholder. */
  default?: unknown;
}

export type Widget =
  | 'text'
  | 'multiline'
  | 'integer'
  | 'toggle'
  | 'choice'
  | 'duration'
  | 'rate'
  | 'size'
  | 'cpu'
  | 'percentage'
  | 'component'
  | 'context'
  | 'map'
  | 'list'
  | 'operations'
  | 'calls'
  | 'routes'
  | 'mix'
  | 'tables'
  | 'env';

/** Longest free text (descriptions, notes) that a document may hold, in characters. */
export const MAX_TEXT = 10_000;
/** Longest DNS label, RFC 1123 section 2.1 and RFC 1035 section 2.3.4. */
export const MAX_LABEL = 63;

const DNS_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const IDENTIFIER = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** A DNS label as Kubernetes wants it for Service names (RFC 1035): it becomes host, object and folder name. */
export const dnsLabel = () =>
  z.string().min(1).max(MAX_LABEL).regex(DNS_LABEL, {
    error:
      'a DNS label: lower-case letters, digits and hyphens, starting with a letter, at most 63 characters',
  });

/** A field, column or property name: usable unquoted in TypeScript and, snake-cased, in SQL. */
export const identifier = () =>
  z.string().max(MAX_LABEL).regex(IDENTIFIER, { error: 'a name of letters, digits and underscores' });

export const duration = (meta: FieldMeta) =>
  quantity(/^\d+(\.\d+)?(us|ms|s|m|h)$/, 'a duration such as 300ms, 2s or 5m', 'duration', meta);
export const rate = (meta: FieldMeta) =>
  quantity(/^\d+(\.\d+)?\/(s|m|h)$/, 'a rate such as 40/s or 600/m', 'rate', meta);
export const byteSize = (meta: FieldMeta) =>
  quantity(/^\d+(\.\d+)?(Ki|Mi|Gi|Ti)$/, 'a size such as 256Mi or 10Gi', 'size', meta);
export const cpu = (meta: FieldMeta) =>
  quantity(/^(\d+m|\d+(\.\d+)?)$/, 'CPU such as 250m (a quarter of a core) or 2', 'cpu', meta);
export const percentage = (meta: FieldMeta) =>
  quantity(/^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/, 'a percentage from 0% to 100%', 'percentage', meta);
export const text = (meta: FieldMeta) =>
  z
    .string()
    .max(MAX_TEXT)
    .meta({ ...meta });

function quantity(pattern: RegExp, expected: string, widget: Widget, meta: FieldMeta) {
  // CPU and other bare numbers are written without quotes, so YAML reads them as numbers.
  return z
    .union([z.string(), z.number().transform(String)], { error: expected })
    .pipe(z.string().max(40, { error: expected }).regex(pattern, { error: expected }))
    .meta({ widget, ...meta });
}
