/** A value in a pipeline; hashes keep their order, and may have a key twice. */
export type Value = string | number | Value[] | { hash: [string, Value][] };

export interface Plugin {
  plugin: string;
  settings: [string, Value][];
}

export interface Branch {
  condition: string;
  body: Statement[];
}

export type Statement = Plugin | { branches: Branch[] };

/** One token; quoted text cannot hold its own quotation mark, since escapes are off by default. */
const TOKEN =
  /\s+|#[^\n]*|(?<double>"[^"]*")|(?<single>'[^']*')|(?<arrow>=>)|(?<operator>==|!=|<=|>=|=~|!~|[<>!()])|(?<selector>\[[^[\],\s]+\](?:\[[^[\],\s]+\])*)|(?<mark>[{}[\],])|(?<number>-?\d+(?:\.\d+)?(?![\w-]))|(?<word>[A-Za-z_][\w-]*)/y;

interface Token {
  kind: string;
  text: string;
}

/**
 * Reads a pipeline by the grammar that Logstash documents: sections of plugins, each with settings, and conditionals.
 * https://www.elastic.co/guide/en/logstash/8.19/configuration-file-structure.html
 *
 * @returns the statements of each section
 * @throws SyntaxError for whatever the grammar does not know
 */
export function readPipeline(text: string): Record<string, Statement[]> {
  const parser = new Parser(tokensOf(text));
  const sections: Record<string, Statement[]> = {};
  while (!parser.done) {
    const name = parser.take('word').text;
    if (!['input', 'filter', 'output'].includes(name)) throw new SyntaxError(`no section: ${name}`);
    sections[name] = parser.block();
  }
  return sections;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`not understood: ${text.slice(at, at + 30)}`);
    const [kind] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind !== undefined) tokens.push({ kind, text: match[0] });
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  take(kind: string, text?: string): Token {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || (text !== undefined && token.text !== text))
      throw new SyntaxError(`expected ${text ?? kind}, found ${token?.text ?? 'the end'}`);
    this.#at += 1;
    return token;
  }

  block(): Statement[] {
    this.take('mark', '{');
    const statements: Statement[] = [];
    while (!this.#next('mark', '}')) statements.push(this.#statement());
    this.take('mark', '}');
    return statements;
  }

  #next(kind: string, text?: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === kind && (text === undefined || token.text === text);
  }

  #statement(): Statement {
    if (!this.#next('word', 'if')) return this.#plugin();
    this.take('word', 'if');
    const branches = [this.#branch()];
    while (this.#next('word', 'else')) {
      this.take('word', 'else');
      if (this.#next('word', 'if')) {
        this.take('word', 'if');
        branches.push(this.#branch());
      } else branches.push({ condition: '', body: this.block() });
    }
    return { branches };
  }

  #branch(): Branch {
    const from = this.#at;
    while (!this.#next('mark', '{')) {
      if (this.done) throw new SyntaxError('a condition without a block');
      this.#at += 1;
    }
    const condition = this.#tokens
      .slice(from, this.#at)
      .map(({ text }) => text)
      .join(' ');
    if (condition === '') throw new SyntaxError('a block without a condition');
    return { condition, body: this.block() };
  }

  #plugin(): Plugin {
    const plugin = this.take('word').text;
    this.take('mark', '{');
    const settings: [string, Value][] = [];
    while (!this.#next('mark', '}')) {
      const { text } = this.take('word');
      this.take('arrow');
      settings.push([text, this.#value()]);
    }
    this.take('mark', '}');
    return { plugin, settings };
  }

  #value(): Value {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'double':
      case 'single':
        return token.text.slice(1, -1);
      case 'number':
        return Number(token.text);
      case 'word':
      case 'selector':
        return token.text;
      default:
        if (token?.text === '[') return this.#array();
        if (token?.text === '{') return this.#hash();
        throw new SyntaxError(`no value: ${token?.text ?? 'the end'}`);
    }
  }

  #array(): Value[] {
    const values: Value[] = [];
    while (!this.#next('mark', ']')) {
      values.push(this.#value());
      if (!this.#next('mark', ']')) this.take('mark', ',');
    }
    this.take('mark', ']');
    return values;
  }

  /** Pairs stand one after the other, without commas. */
  #hash(): { hash: [string, Value][] } {
    const hash: [string, Value][] = [];
    while (!this.#next('mark', '}')) {
      const key = this.#value();
      this.take('arrow');
      hash.push([String(key), this.#value()]);
    }
    this.take('mark', '}');
    return { hash };
  }
}
