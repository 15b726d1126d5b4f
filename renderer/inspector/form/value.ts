import type { z } from 'zod';
import type { Parsed, Path, Problem, Value, Widget } from '#model';

/** What stands at a path of the text, valid or not; `undefined` where nothing does. */
export function rawAt(parsed: Parsed, path: Path): unknown {
  let current: unknown = parsed.source.root?.value ?? parsed.document;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}

/** A scalar as it is shown in a field; an empty text where there is none. */
export function textOf(value: unknown): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** Widgets whose plain numbers are written as numbers, without quotes. */
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'cpu', 'text']);

/**
 * The value to write for what was typed: numbers as numbers where that loses nothing, everything else as text; `undefined` for nothing.
 */
export function valueFrom(
  draft: string,
  widget: Widget | 'group' | 'yaml',
  schema: z.ZodType,
): Value | undefined {
  const text = widget === 'multiline' ? draft : draft.trim();
  if (text === '') return undefined;
  const number = Number(text);
  const isNumber = NUMERIC.has(widget) && String(number) === text && schema.safeParse(number).success;
  return isNumber ? number : text;
}

/**
 * Why a value cannot be taken, in words; `undefined` where it can. Nothing typed is always fine: it removes the field.
 */
export function refusalOf(value: Value | undefined, schema: z.ZodType): string | undefined {
  if (value === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return undefined;
  const message = result.error.issues[0]?.message ?? 'not a valid value';
  // Our schemas say what was expected (`a duration such as 300ms`); zod's own messages are sentences.
  return /^(a|an|one of|CPU)\b/.test(message) ? `Expected ${message}.` : message;
}

/** Problems at a path or below it. */
export function problemsAt(problems: readonly Problem[], path: Path): Problem[] {
  return problems.filter((problem) => path.every((key, index) => problem.path[index] === key));
}

const UNITS: Partial<Record<Widget | 'group' | 'yaml', readonly string[]>> = {
  duration: ['ms', 's', 'm'],
  rate: ['/s', '/m', '/h'],
  size: ['Mi', 'Gi', 'Ti'],
  cpu: ['m', ''],
  percentage: ['%'],
};

/**
 * What a number without a unit could mean: `300` gives `300ms`, `300s`, `300m` for a duration.
 *
 * @param like a usual value; its unit comes first
 */
export function withUnits(widget: Widget | 'group' | 'yaml', draft: string, like = ''): string[] {
  const usual = like.replace(/^[\d.]+/, '');
  const units = UNITS[widget]?.toSorted((a, b) => Number(b === usual) - Number(a === usual));
  return units && /^\d+(\.\d+)?$/.test(draft.trim()) ? units.map((unit) => draft.trim() + unit) : [];
}
