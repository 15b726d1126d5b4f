import type { FieldType, Shape } from '#model';
import { partsOf } from '../../services/system/shapes.ts';

/** A name as code. Names are labels or identifiers: none holds a backquote or a bar. */
export function code(name: string): string {
  return `\`${name}\``;
}

/** What stands in a cell that has nothing to say. */
export const NOTHING = '';

/** A shape on one line, e.g. `productId: id, tags: string[]`. */
export function shapeText(shape: Shape | [Shape] | undefined): string {
  if (shape === undefined) return NOTHING;
  if (Array.isArray(shape)) return `list of ${shapeText(shape[0])}`;
  const fields = Object.entries(shape).map(([name, type]) => `${name}: ${typeText(type)}`);
  return fields.length === 0 ? NOTHING : code(fields.join(', '));
}

function typeText(type: FieldType): string {
  const { of, list } = partsOf(type);
  if (typeof of === 'string') return list ? `${of}[]` : of;
  const inner = Object.entries(of).map(([name, field]) => `${name}: ${typeText(field)}`);
  return `{ ${inner.join(', ')} }${list ? '[]' : ''}`;
}

/** A block of code; what is written here holds no backquotes of its own. */
export function fenced(language: string, content: string): string {
  return `\`\`\`${language}\n${content.trimEnd()}\n\`\`\``;
}
