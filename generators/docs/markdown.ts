/** Marks that mean something within a line (CommonMark sections 6 and 2.5, GFM tables and strike-through). */
const INLINE = /[\\`*_{}[\]<>#|~&!$]/g;
/** Marks that make the start of a line a list, a heading or a rule. */
const LEADING = /^([-+=]|\d+(?=[.)]))/;

/** Free text as one line of Markdown that shows it literally: no markup and no HTML of its own. */
export function markdownText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const line = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line
    .replace(INLINE, (mark) => `\\${mark}`)
    .replace(LEADING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A table; cells are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Commands for a shell. */
export function fence(...lines: string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}
