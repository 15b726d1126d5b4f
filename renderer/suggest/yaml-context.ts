/**
 * Keys above a place in a YAML text, outermost first: `['components', 'orders', 'operations', 'create', 'calls']`. Read from the indentation, so
 * that it works while the text is being typed and is no valid YAML.
 *
 * @param lines lines up to and including the place; the last one may be cut off there
 */
export function keysAbove(lines: readonly string[]): string[] {
  const keys: string[] = [];
  const last = lines.at(-1) ?? '';
  const own = keyInFlow(last) ?? keyOf(last);
  let indent = own ? own.indent : indentOf(last);
  if (own && /:\s/.test(`${last} `)) keys.unshift(own.key);
  for (let index = lines.length - 2; index >= 0 && indent > 0; index--) {
    const line = lines[index] ?? '';
    if (/^\s*(#|$)/.test(line)) continue;
    const found = keyOf(line);
    // A list may stand at its key's own indentation.
    const above =
      found &&
      (found.indent < indent ||
        (found.indent === indent &&
          /^\s*-/.test(last) &&
          !line.trimStart().startsWith('-') &&
          keys.length === 0));
    if (!found || !above) continue;
    keys.unshift(found.key);
    indent = found.indent;
  }
  return keys;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The key that is being given a value inside of braces: `- { from: a, to: ` gives `to`. */
function keyInFlow(line: string): { key: string; indent: number } | undefined {
  const open = line.lastIndexOf('{');
  if (open < 0 || line.indexOf('}', open) >= 0) return undefined;
  const key = /([\w.-]+)\s*:\s[^,:]*$/.exec(line.slice(open))?.[1];
  return key === undefined ? undefined : { key, indent: open };
}

function keyOf(line: string): { key: string; indent: number } | undefined {
  const match = /^(\s*)((?:- )*)["']?([^\s"'#{[:-][^"'{[:]*)["']?\s*:(\s|$)/.exec(line);
  if (!match) return undefined;
  const [, space = '', dashes = '', key = ''] = match;
  return { key, indent: space.length + dashes.length };
}
