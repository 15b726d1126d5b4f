import { type DumpOptions, dump } from 'js-yaml';

const OPTIONS: DumpOptions = { lineWidth: -1, noRefs: true, skipInvalid: true };
const STEP = '  ';

/**
 * A value as YAML: no anchors, no folded lines, and every string quoted that any YAML version or Go parser would take
 * for something else.
 *
 * js-yaml writes all but a few scalars and keys; since most of them come again and again, each is written once. Maps and lists
 * around them are put together here, in the same way: that is what makes trees of a thousand services affordable.
 *
 * @param value plain data without cycles; members that are `undefined` are left out
 * @param header lines of fixed text above it, without `#`
 */
export function toYaml(value: unknown, header: readonly string[] = []): string {
  const comment = header.map((line) => `# ${line}\n`).join('');
  if (!isCollection(value)) return comment + dump(value, OPTIONS);
  const text = collectionText(value, '');
  // A last block that keeps its empty lines would go on into whatever follows.
  return `${comment}${text}${text.endsWith('\n\n') ? '...\n' : ''}`;
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>;

/** Lists and maps with something in them; `[]` and `{}` are written like scalars. */
function isCollection(value: unknown): value is Collection {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value)
    if (Object.hasOwn(value, key) && value[key as keyof typeof value] !== undefined) return true;
  return false;
}

/** Lines of a collection whose first begins where the cursor stands: at `indent`. */
function collectionText(collection: Collection, indent: string): string {
  let text = '';
  if (Array.isArray(collection)) {
    for (const member of collection)
      text += `${text === '' ? '' : indent}-${memberText(member, indent, ' ')}`;
    return text;
  }
  for (const [key, member] of Object.entries(collection)) {
    if (member === undefined) continue;
    text += `${text === '' ? '' : indent}${keyText(key)}:${memberText(member, indent, `\n${indent}${STEP}`)}`;
  }
  return text;
}

/** @param gap what stands between a key or hyphen and a collection */
function memberText(member: unknown, indent: string, gap: string): string {
  return isCollection(member)
    ? gap + collectionText(member, indent + STEP)
    : ` ${scalarText(member, indent)}\n`;
}

/** Texts are kept for the life of the program, so only short ones, and not without end. */
const MAX_KEPT_LENGTH = 120;
const MAX_KEPT = 20_000;
const keys = new Map<unknown, string>();
const scalars = new Map<unknown, string>();

function keyText(key: string): string {
  return kept(keys, key, () => dump({ [key]: 0 }, OPTIONS).slice(0, -': 0\n'.length));
}

function scalarText(value: unknown, indent: string): string {
  if (typeof value === 'object') return value === null ? 'null' : Array.isArray(value) ? '[]' : '{}';
  // A map takes -0 for 0.
  if (Object.is(value, -0)) return dump(value, OPTIONS).trimEnd();
  const text = kept(scalars, value, () => dump([value, 0], OPTIONS).slice('- '.length, -'\n- 0\n'.length));
  // A block of lines stands below its parent; empty lines stay empty.
  return text.includes('\n') ? text.replace(/\n(?=[^\n])/g, `\n${indent}`) : text;
}

/** Words joined by hyphens, as most names are: no YAML version takes them for anything but text, so they need no look-up. */
const PLAIN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/**
 * Text that some reader takes for a number, though js-yaml does not always: YAML 1.1 (https://yaml.org/type/float.html,
 * https://yaml.org/type/int.html) has numbers of a point or an underscore without digits, and readers take an exponent alone.
 */
const NUMBER_LIKE = /^[-+]?(?:(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|0[box][\da-fA-F_]*)$/;

function kept(texts: Map<unknown, string>, key: unknown, write: () => string): string {
  if (typeof key === 'string') {
    if (key.length > MAX_KEPT_LENGTH) return write();
    if (NUMBER_LIKE.test(key)) return `'${key}'`;
    if (PLAIN.test(key)) return key;
  }
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = write();
  if (texts.size >= MAX_KEPT) texts.clear();
  texts.set(key, text);
  return text;
}
