import type { LeafCall } from '#model';
import type { Named } from '../system/names.ts';
import { bucketOf } from '../system/storages.ts';
import { member, objectLiteral, quote } from '../text/code.ts';
import { safeIdentifier, singular } from '../text/identifiers.ts';
import { valueOr } from './arguments.ts';
import { NOTHING, type Result, type Scope } from './scope.ts';
import type { Leaf, Writing } from './writing.ts';

/** What is known of an object once it was put in or read. */
const STORED: Result = {
  kind: 'one',
  fields: new Map([
    ['key', { type: 'string', nullable: false }],
    ['size', { type: 'integer', nullable: false }],
    ['contentType', { type: 'string', nullable: false }],
  ]),
};

/**
 * Code of a call to an object storage. What is put in is the field `content` where there is one, else everything that
 * is at hand, as JSON.
 */
export function storageCall(
  call: LeafCall,
  port: Named,
  scope: Scope,
  { facts, helpers }: Writing,
): Leaf | undefined {
  const { system } = facts;
  const bucket = bucketOf(system.document.components[call.target], call.object);
  const id = system.storages.get(call.target)?.buckets.get(bucket);
  if (id === undefined) return undefined;
  const access = member(`ports.${port.id}`, id);
  const { code, type } = valueOr(call.by, scope, helpers, quote('object'));
  const key =
    type === undefined || type === 'id' || type === 'string' || type === 'timestamp'
      ? code
      : `String(${code})`;
  const name = safeIdentifier(singular(id));
  if (call.verb === 'delete') return { code: `${access}.delete(${key})`, result: NOTHING, name };
  if (call.verb === 'get') return { code: `${access}.get(${key})`, result: STORED, name };
  const content = scope.find('content', 'string');
  const all = [...scope.fields()].map(([field, known]) => ({ key: field, code: known.read() }));
  const put =
    content !== undefined && !content.nullable
      ? `${content.read()}, { contentType: 'text/plain; charset=utf-8' }`
      : `JSON.stringify(${objectLiteral(all)}), { contentType: 'application/json' }`;
  return { code: `${access}.put(${key}, ${put})`, result: STORED, name };
}
