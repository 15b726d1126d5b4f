import type { Directive } from '../syntax.ts';

/** A token: a word (quoted or not), or one of `{`, `}` and `;`. */
type Token = { word: string } | '{' | '}' | ';';

/**
 * Reads an nginx configuration by nginx's own rules for words, quotes and blocks.
 *
 * @throws SyntaxError where nginx would refuse it
 */
export function parseNginx(text: string): Directive[] {
  const tokens = tokenize(text);
  const directives = readBlock(tokens, false);
  if (tokens.length > 0) throw new SyntaxError('unexpected "}"');
  return directives;
}

function readBlock(tokens: Token[], nested: boolean): Directive[] {
  const directives: Directive[] = [];
  let words: string[] = [];
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (typeof token === 'object') {
      words.push(token.word);
      continue;
    }
    const [name, ...args] = words;
    words = [];
    if (token === '}') {
      if (!nested || name !== undefined) throw new SyntaxError('unexpected "}"');
      return directives;
    }
    if (name === undefined) throw new SyntaxError(`unexpected "${token}"`);
    directives.push(token === ';' ? { name, args } : { name, args, block: readBlock(tokens, true) });
  }
  if (nested || words.length > 0) throw new SyntaxError('unexpected end of file');
  return directives;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /\s+|#[^\n]*|'((?:\\[\s\S]|[^'\\])*)'|"((?:\\[\s\S]|[^"\\])*)"|([{};])|((?:\$\{|[^\s{};'"#])[^\s{};]*)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw new SyntaxError('an argument that is not closed');
    const [, single, double, mark, word] = match;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ word: quoted.replace(/\\(["'\\])/g, '$1') });
    else if (word !== undefined) tokens.push({ word });
    else if (mark === '{' || mark === '}' || mark === ';') tokens.push(mark);
  }
  return tokens;
}
