import type { V1EnvVar } from '../kubernetes/models.ts';

/**
 * What Compose makes of a value: `$$` is `$`, `${NAME:?...}` is looked up.
 *
 * @throws SyntaxError for what Compose would take for anything else
 */
export function interpolateCompose(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$(?:(\$)|\{([A-Z_][A-Z0-9_]*):\?[^}]*\}|)/g,
    (match, dollar?: string, name?: string) => {
      if (dollar !== undefined) return '$';
      const value = name === undefined ? undefined : variables[name];
      if (value === undefined) throw new SyntaxError(`cannot interpolate ${match} in ${text}`);
      return value;
    },
  );
}

/** What the kubelet makes of a container's variables: the algorithm of k8s.io/kubernetes/third_party/forked/golang/expansion. */
export function expandKubernetes(
  env: readonly V1EnvVar[],
  secret: (variable: V1EnvVar) => string = () => '',
) {
  const result = new Map<string, string>();
  for (const variable of env) {
    result.set(
      variable.name,
      variable.value === undefined ? secret(variable) : expand(variable.value, result),
    );
  }
  return result;
}

function expand(input: string, known: ReadonlyMap<string, string>): string {
  let output = '';
  for (let index = 0; index < input.length; index++) {
    const next = input[index + 1];
    if (input[index] !== '$' || next === undefined) {
      output += input[index];
    } else if (next === '$') {
      output += '$';
      index += 1;
    } else if (next === '(' && input.includes(')', index)) {
      const end = input.indexOf(')', index);
      const name = input.slice(index + 2, end);
      output += known.get(name) ?? `$(${name})`;
      index = end;
    } else {
      output += `$${next}`;
      index += 1;
    }
  }
  return output;
}

const TAG = /<(\/?)([a-z]+)((?: [-a-zA-Z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>/y;
const TEXT = /[^<&]+|&(?:amp|lt|gt|quot|apos);/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Reads a document of plain XML: elements, attributes, text and the five named entities.
 *
 * @returns the names of its elements
 * @throws SyntaxError where an XML parser would refuse it
 */
export function parseXml(text: string): Set<string> {
  const names = new Set<string>();
  const open: string[] = [];
  if (FORBIDDEN.test(text)) throw new SyntaxError('a character that XML forbids');
  let index = text.indexOf('?>') + 2;
  while (index < text.length) {
    TAG.lastIndex = index;
    TEXT.lastIndex = index;
    const tag = TAG.exec(text);
    if (tag === null) {
      if (TEXT.exec(text) === null) throw new SyntaxError(`unexpected ${text.slice(index, index + 40)}`);
      index = TEXT.lastIndex;
      continue;
    }
    index = TAG.lastIndex;
    const [, closing, name = '', , empty] = tag;
    names.add(name);
    if (closing === '/' && open.pop() !== name) throw new SyntaxError(`</${name}> closes another element`);
    if (closing !== '/' && empty !== '/') open.push(name);
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)}> is not closed`);
  return names;
}
