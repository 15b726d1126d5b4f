import type { Path } from '../problem.ts';
import { childOf, type Found, findNode, rootOf } from '../source/locate.ts';
import { type Draft, Refusal } from './draft.ts';
import { checkNewName, checkOldName } from './names.ts';
import { printScalar } from './print.ts';
import { checkKey } from './put.ts';
import { type MemberKind, type Reference, referencesTo } from './references.ts';
import { removePaths } from './remove.ts';

/** Renames a component and every reference to it. */
export function renameComponent(draft: Draft, from: string, to: string): void {
  checkOldName(draft.source, from);
  if (from === to) return;
  checkNewName(draft.source, to);
  const own = findNode(draft.source, ['components', from]);
  if (own?.key !== undefined) writeText(draft, own.key, to);
  const stale: Path[] = [];
  for (const reference of referencesTo(draft.source, from)) {
    rewrite(draft, reference, reference.component.from, from.length, to);
    const other =
      reference.at === 'key'
        ? [...reference.path.slice(0, -1), to + reference.text.slice(from.length)]
        : undefined;
    if (other !== undefined && findNode(draft.source, other) !== undefined) stale.push(other);
  }
  // What was left over from a component that had the new name would stand there twice.
  const root = rootOf(draft.source);
  if (root !== undefined && stale.length > 0) removePaths(draft, root, stale);
}

/** Renames a key; operations, tables and topics are renamed where they are referred to as well. */
export function renameKey(draft: Draft, path: Path, to: string): void {
  const [section, component, field, member] = path;
  if (section === 'components' && path.length === 2) {
    renameComponent(draft, String(component), to);
    return;
  }
  const found = findNode(draft.source, path);
  const holder = findNode(draft.source, path.slice(0, -1));
  if (found?.key === undefined || holder === undefined)
    throw new Refusal('edit/nothing-there', `there is no "${String(path.at(-1))}" to rename`);
  checkKey(to);
  if (to === String(path.at(-1))) return;
  if (childOf(holder, to) !== undefined) throw new Refusal('edit/name-taken', `there is already a "${to}"`);
  writeText(draft, found.key, to);
  const kinds = section === 'components' && path.length === 4 ? MEMBERS[String(field)] : undefined;
  if (kinds !== undefined) renameMember(draft, String(component), String(member), to, kinds);
}

const MEMBERS: Record<string, readonly MemberKind[]> = {
  operations: ['operation'],
  tables: ['object'],
  topics: ['topic'],
};

function renameMember(
  draft: Draft,
  component: string,
  from: string,
  to: string,
  kinds: readonly MemberKind[],
): void {
  for (const reference of referencesTo(draft.source, component)) {
    const { member } = reference;
    if (
      reference.component.name !== component ||
      member === undefined ||
      member.name !== from ||
      !kinds.includes(member.kind)
    )
      continue;
    rewrite(draft, reference, member.from, from.length, to);
  }
}

/** Replaces a part of a reference's text; where that is written as it is, nothing else is touched. */
function rewrite(draft: Draft, reference: Reference, from: number, length: number, to: string): void {
  const target = reference.at === 'key' ? reference.found.key : reference.found;
  if (target === undefined) return;
  const start = target.node.start + target.base;
  const end = target.node.end + target.base;
  const text = reference.text.slice(0, from) + to + reference.text.slice(from + length);
  const partial = length < reference.text.length;
  if (partial && draft.text.slice(start, end) === reference.text)
    draft.replace(start + from, start + from + length, to);
  else writeText(draft, target, text);
}

/** Writes a text in another's place, in the same quotes: in `{"a":1}` they are what ends the key. */
function writeText(draft: Draft, target: Pick<Found, 'node' | 'base'>, text: string): void {
  const start = target.node.start + target.base;
  const end = target.node.end + target.base;
  const quote = draft.text[start];
  const printed =
    quote === '"'
      ? JSON.stringify(text)
      : quote === "'"
        ? `'${text.replaceAll("'", "''")}'`
        : printScalar(text);
  draft.replace(start, end, printed);
}
