/** A statement of the DSL: words as they are, texts in quotes, and what stands inside its braces. */
export interface Statement {
  words: readonly (string | { text: string })[];
  children?: readonly Statement[];
}

/**
 * Statements in the Structurizr DSL, https://docs.structurizr.com/dsl/language: one on each line, an opening brace at
 * its end, a closing one on a line of its own.
 */
export function printStatements(statements: readonly Statement[], indent = ''): string {
  return statements
    .map(({ words, children }) => {
      const line =
        indent + words.map((word) => (typeof word === 'string' ? word : quoted(word.text))).join(' ');
      if (children === undefined) return `${line}\n`;
      return `${line} {\n${printStatements(children, `${indent}  `)}${indent}}\n`;
    })
    .join('');
}

/** Looks like a backslash: the real one is the DSL's escape, and cannot be escaped itself. */
const BACKSLASH = '\u29f5';

/**
 * A text in quotes, on one line. `\${NAME}` would be looked up among the variables of the machine that reads it: a word
 * joiner, which is not seen, keeps the brace from the dollar.
 */
function quoted(text: string): string {
  const line = text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim();
  return `"${line
    .replaceAll('\\', BACKSLASH)
    .replaceAll('"', '\\"')
    .replace(/\$(?=\{)/g, '$\u2060')}"`;
}
