/** Words that cannot name a function or a variable in a strict module, and names that mean something in one. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield ' +
    'chance console constructor crypto globalThis input module ports present process prototype repeat work'
  ).split(' '),
);

/** `create-order` and `create_order` as `createOrder`. */
export function camelCase(name: string): string {
  return name
    .replace(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_, next: string) => next.toUpperCase())
    .replace(/^[A-Z]/, (first) => first.toLowerCase());
}

/** `create-order` as `CreateOrder`. */
export function pascalCase(name: string): string {
  return camelCase(name).replace(/^[a-z]/, (first) => first.toUpperCase());
}

/** `productId` as `product_id`, for SQL. */
export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `orders` as `order`, `categories` as `category`: names one of many. Words without a plural stay. */
export function singular(name: string): string {
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(ss|x|ch|sh)es$/.test(name)) return name.replace(/es$/, '');
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}

/** An identifier that may name a function or variable. */
export function safeIdentifier(name: string): string {
  const start = /^[0-9]/.test(name) || name === '' ? `_${name}` : name;
  return RESERVED.has(start) ? `${start}_` : start;
}

/**
 * Identifiers for names, each once: different names may look the same in another spelling (`a-1` and `a1`).
 *
 * @param convert e.g. `camelCase`
 * @returns name to identifier, for every name; the same for the same names in the same order
 */
export function identifiersFor(
  names: Iterable<string>,
  convert: (name: string) => string,
): Map<string, string> {
  const taken = new Set<string>();
  const identifiers = new Map<string, string>();
  for (const name of names) {
    const wanted = convert(name);
    let identifier = wanted;
    for (let number = 2; taken.has(identifier); number += 1) identifier = `${wanted}_${number}`;
    taken.add(identifier);
    identifiers.set(name, identifier);
  }
  return identifiers;
}
