/** One directive of an nginx configuration: a statement or, with `block`, a context. */
export interface Directive {
  name: string;
  args: readonly string[];
  block?: readonly Directive[];
}

/** A statement, e.g. `listen 8080;`. */
export function statement(name: string, ...args: (string | number)[]): Directive {
  return { name, args: args.map(String) };
}

/** A context, e.g. `server { ... }`. */
export function block(name: string, args: readonly string[], directives: readonly Directive[]): Directive {
  return { name, args, block: directives };
}

/** Arguments that nginx reads the same with and without quotes. */
const PLAIN = /^[\w./:$=~^@*+-]+$/;

/** Configuration text. Arguments are quoted where they need it, so that none can end its directive. */
export function print(directives: readonly Directive[], indent = ''): string {
  return directives.map((directive) => printOne(directive, indent)).join('');
}

function printOne({ name, args, block: inner }: Directive, indent: string): string {
  const head = [name, ...args.map(quote)].join(' ');
  return inner === undefined
    ? `${indent}${head};\n`
    : `${indent}${head} {\n${print(inner, `${indent}    `)}${indent}}\n`;
}

function quote(argument: string): string {
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
