/** What stands at an attribute: text, which is escaped; code, which is not; lists and maps of them. */
export type HclValue = string | { code: string } | { list: readonly HclValue[] } | { map: HclMap };
export type HclMap = Readonly<Record<string, HclValue>>;

/** A block such as `target "orders" { ... }`. */
export interface HclBlock {
  /** Line above it. */
  comment?: string;
  type: string;
  label: string;
  attributes: HclMap;
}

/**
 * Blocks as a file in HashiCorp's configuration language (HCL native syntax,
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md).
 *
 * @param comments lines at the top; on one line each
 */
export function printHcl(blocks: readonly HclBlock[], comments: readonly string[] = []): string {
  const head = comments.length === 0 ? '' : `${comments.map((line) => `# ${line}\n`).join('')}\n`;
  return head + blocks.map(printBlock).join('\n');
}

function printBlock({ comment, type, label, attributes }: HclBlock): string {
  const head = comment === undefined ? '' : `# ${comment}\n`;
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name} = ${printValue(value, '  ')}\n`);
  return `${head}${type} ${hclText(label)} {\n${lines.join('')}}\n`;
}

function printValue(value: HclValue, indent: string): string {
  if (typeof value === 'string') return hclText(value);
  if ('code' in value) return value.code;
  const inner = `${indent}  `;
  if ('list' in value) return `[${value.list.map((item) => printValue(item, inner)).join(', ')}]`;
  const lines = Object.entries(value.map).map(
    ([key, item]) => `${inner}${hclText(key)} = ${printValue(item, inner)}\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}

/**
 * A text as a quoted template that stands for exactly that text. What would begin a template sequence is written as
 * an escape: doubling the mark, as the specification also allows, reads differently after a mark of the text itself.
 */
export function hclText(text: string): string {
  const escaped = text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    .replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[$%](?=\{)/g, escapeCharacter);
  return `"${escaped}"`;
}

const NAMED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeCharacter(character: string): string {
  return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
