import { CORE_SCHEMA, dump } from 'js-yaml';
import { resolvePlain } from '../source/scalar.ts';
import type { Value } from './edit.ts';

/** How a document is written: what new text follows. */
export interface Style {
  /** Columns that a level is indented by. */
  step: number;
  /** Line ending: `\n` or `\r\n`. */
  eol: string;
}

/** Longest map or list that is written in one line. */
const FLOW_WIDTH = 76;
const PLAIN = /^[A-Za-z][\w./-]*(?: [\w./-]+)*$/;
const OPTIONS = { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true } as const;

/**
 * A value in one line, safe inside of `{}` and `[]`.
 *
 * @param value what to write
 */
export function printFlow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((item: Value) => printFlow(item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = definedEntries(value as { readonly [key: string]: Value | undefined });
    if (entries.length === 0) return '{}';
    return `{ ${entries.map(([key, item]) => `${printKey(key)}: ${printFlow(item)}`).join(', ')} }`;
  }
  return printScalar(value as string | number | boolean | null);
}

/** A scalar in one line, quoted where YAML needs it. */
export function printScalar(value: string | number | boolean | null): string {
  if (typeof value === 'string' && PLAIN.test(value) && resolvePlain(value) === value) return value;
  return dump([value], { ...OPTIONS, flowLevel: 0 }).slice(1, -2);
}

/** A key, quoted where YAML needs it. */
export function printKey(key: string): string {
  return printScalar(key);
}

/**
 * What follows a key's colon or a list's dash: ` value`, or for large values the lines below.
 *
 * @param value what to write
 * @param indent column of the key or the dash
 * @param style how the document is written
 * @param block whether a map or list gets lines of its own however small it is
 * @returns text from after the colon or dash to the end of the last line, without a line ending
 */
export function printAfter(value: Value, indent: number, style: Style, block = false): string {
  if (typeof value === 'string') return printText(value, indent, style);
  if (typeof value !== 'object' || value === null) return ` ${printScalar(value as number | boolean | null)}`;
  if (!block && isSmall(value)) return ` ${printFlow(value)}`;
  const inner = indent + style.step;
  const margin = style.eol + ' '.repeat(inner);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item: Value) => `${margin}-${printItem(item, inner, style)}`).join('');
  }
  const entries = definedEntries(value as { readonly [key: string]: Value | undefined });
  if (entries.length === 0) return ' {}';
  return entries.map(([key, item]) => `${margin}${printKey(key)}:${printAfter(item, inner, style)}`).join('');
}

/**
 * What follows a list's dash at column `indent`, like `printAfter`; maps and lists start on the dash's line.
 */
export function printItem(value: Value, indent: number, style: Style, block = false): string {
  const after = printAfter(value, indent, { ...style, step: 2 }, block);
  const margin = style.eol + ' '.repeat(indent + 2);
  return typeof value === 'object' && after.startsWith(margin) ? ` ${after.slice(margin.length)}` : after;
}

/** Text on one line where it is one line; else as a literal block, unless its end would depend on what follows. */
function printText(value: string, indent: number, style: Style): string {
  if (!value.includes('\n')) return ` ${printBlockScalar(value)}`;
  const [header = '', ...lines] = dump({ k: value }, { ...OPTIONS, indent: 2 })
    .slice(2, -1)
    .split('\n');
  if (!/^ [|>]\d*-?$/.test(header)) return ` ${printScalar(value)}`;
  const margin = ' '.repeat(indent);
  return [header, ...lines.map((line) => (line === '' ? '' : margin + line))].join(style.eol);
}

function printBlockScalar(value: string): string {
  if (PLAIN.test(value) && resolvePlain(value) === value) return value;
  return dump({ k: value }, OPTIONS).slice(3, -1);
}

/** Whether a value reads well in one line: short, at most two levels, and no map of nothing but maps. */
function isSmall(value: object): boolean {
  const parts: unknown[] = Object.values(value);
  const nested = parts.filter((part) => typeof part === 'object' && part !== null);
  if (!nested.every(isFlat) || (nested.length > 0 && nested.length === parts.length && !Array.isArray(value)))
    return false;
  return printFlow(value as Value).length <= FLOW_WIDTH;
}

function isFlat(value: unknown): boolean {
  return Object.values(value as object).every((part: unknown) => typeof part !== 'object' || part === null);
}

function definedEntries(value: { readonly [key: string]: Value | undefined }): [string, Value][] {
  return Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}
