const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
/** Texts in which nothing needs escaping: nearly all. */
const PLAIN = /^[\w ./:@-]*$/;
/** Longest line that is not broken up. */
const WIDTH = 100;

/** A text as a string literal in single quotes. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  // JSON escapes everything that may not stand in a literal; only the quotes differ.
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** A property's name in an object literal or a type. */
export function propertyKey(name: string): string {
  // Unquoted, `__proto__` would set the prototype.
  if (name === '__proto__') return "['__proto__']";
  return IDENTIFIER.test(name) ? name : quote(name);
}

/** Reads a property: `order.total`, or `order['odd name']`. */
export function member(object: string, name: string): string {
  return IDENTIFIER.test(name) ? `${object}.${name}` : `${object}[${quote(name)}]`;
}

/** Text that may stand in a comment: on one line, and unable to end it. */
export function commentText(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replaceAll('*/', '* /')
    .trim();
}

/** A documentation comment of one line, or nothing where there is nothing to say. */
export function docComment(...texts: (string | undefined)[]): string[] {
  const text = texts
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => commentText(part ?? ''))
    .join(' ');
  return text === '' ? [] : [`/** ${text} */`];
}

/** Indents every line but empty ones. */
export function indent(text: string, by = '  '): string {
  return text.replace(/^(?=[^\n])/gm, by);
}

export interface Property {
  key: string;
  /** Code of the value; may have several lines. */
  code: string;
  /** Said behind it, at the end of the line. */
  comment?: string;
}

/** An object literal: on one line where it fits, else a line for each property. */
export function objectLiteral(properties: readonly Property[], width = WIDTH): string {
  if (properties.length === 0) return '{}';
  const items = properties.map(({ key, code }) =>
    code === key && IDENTIFIER.test(key) ? key : `${propertyKey(key)}: ${code}`,
  );
  const line = `{ ${items.join(', ')} }`;
  if (
    line.length <= width &&
    !line.includes('\n') &&
    properties.every(({ comment }) => comment === undefined)
  )
    return line;
  const lines = items.map((item, index) => {
    const comment = properties[index]?.comment;
    return indent(`${item},${comment === undefined ? '' : ` // ${commentText(comment)}`}`);
  });
  return `{\n${lines.join('\n')}\n}`;
}

/** A plain value as a literal. */
export function literal(value: unknown, width = WIDTH): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => literal(item, width - 2));
    const line = `[${items.join(', ')}]`;
    return line.length <= width && !line.includes('\n')
      ? line
      : `[\n${items.map((item) => indent(`${item},`)).join('\n')}\n]`;
  }
  if (typeof value === 'object' && value !== null) {
    const properties = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => ({ key, code: literal(inner, width - 2) }));
    return objectLiteral(properties, width);
  }
  return JSON.stringify(value) ?? 'undefined';
}

/** Lines as the text of a file; empty ones only between others, and one at a time. */
export function fileText(lines: readonly (string | readonly string[])[]): string {
  const flat = lines.flat();
  const kept = flat.filter((line, index) => line !== '' || (index > 0 && flat[index - 1] !== ''));
  if (kept.at(-1) === '') kept.pop();
  return `${kept.join('\n')}\n`;
}
