import type { LeafCall } from '#model';
import { rowFields } from '../system/databases.ts';
import type { Named } from '../system/names.ts';
import { fieldsOf } from '../system/shapes.ts';
import { isGenerated } from '../system/system.ts';
import { member, objectLiteral, quote } from '../text/code.ts';
import { camelCase, safeIdentifier, singular } from '../text/identifiers.ts';
import { property, valueOr } from './arguments.ts';
import { NOTHING, type Result, type Scope } from './scope.ts';
import { storageCall } from './storage-call.ts';
import type { Leaf, Writing } from './writing.ts';

/** Code of a call; `undefined` where its target is nothing that can be called. */
export function leafOf(call: LeafCall, scope: Scope, writing: Writing): Leaf | undefined {
  const { system } = writing.facts;
  const component = system.document.components[call.target];
  const port = system.names.get(call.target);
  if (component === undefined || port === undefined) return undefined;
  switch (component.kind) {
    case 'database':
      return databaseCall(call, port, scope, writing);
    case 'cache':
      return cacheCall(call, port, scope, writing);
    case 'queue':
    case 'stream':
      return publication(call, port, scope, writing);
    case 'storage':
      return storageCall(call, port, scope, writing);
    case 'service':
      return isGenerated(component)
        ? serviceCall(call, port, scope, writing)
        : outsideCall(call, port, scope);
    case 'external':
      return outsideCall(call, port, scope);
    default:
      return undefined;
  }
}

function serviceCall(
  call: LeafCall,
  port: Named,
  scope: Scope,
  { facts, helpers }: Writing,
): Leaf | undefined {
  const operation = facts.system.services.get(call.target)?.operations.find(({ name }) => name === call.verb);
  if (operation === undefined) return undefined;
  const input = objectLiteral(
    [...fieldsOf(operation.input)].map(([name, field]) => property(name, field, scope, helpers)),
  );
  const nullable = facts.nullableOutputs(operation);
  const shape = Array.isArray(operation.output) ? operation.output[0] : operation.output;
  const fields = new Map(
    [...fieldsOf(shape ?? {})].map(([name, field]) => [name, { ...field, nullable: nullable.has(name) }]),
  );
  return {
    code: `ports.${port.id}.${operation.method}(${input})`,
    result:
      shape === undefined ? NOTHING : { kind: Array.isArray(operation.output) ? 'many' : 'one', fields },
    name: safeIdentifier(nounOf(operation.method)),
  };
}

/** Software that Archwright does not write: the document tells no more than the verb. */
function outsideCall(call: LeafCall, port: Named, scope: Scope): Leaf {
  const input = [...scope.fields()].map(([key, known]) => ({ key, code: known.read() }));
  return {
    code: `${member(`ports.${port.id}`, camelCase(call.verb))}(${objectLiteral(input)})`,
    result: NOTHING,
    name: port.id,
  };
}

function publication(
  call: LeafCall,
  port: Named,
  scope: Scope,
  { facts, helpers }: Writing,
): Leaf | undefined {
  const queue = facts.system.queues.get(call.target);
  if (queue === undefined || call.object === undefined) return undefined;
  const shape = queue.topics.get(call.object);
  const payload =
    shape === undefined
      ? [...scope.fields()].map(([key, known]) => ({ key, code: known.read() }))
      : [...fieldsOf(shape)].map(([name, field]) => property(name, field, scope, helpers));
  return {
    code: `ports.${port.id}.publish(${quote(call.object)}, ${objectLiteral(payload)})`,
    result: NOTHING,
    name: port.id,
  };
}

function cacheCall(
  call: LeafCall,
  port: Named,
  scope: Scope,
  { facts, observer, helpers, outputFields }: Writing,
): Leaf {
  const namespace = call.object ?? 'default';
  const key = textOf(valueOr(call.by, scope, helpers, quote('all')));
  const entry = facts.entryOf(call.target, namespace);
  const name = safeIdentifier(camelCase(namespace));
  if (call.verb === 'get') {
    const result: Result = entry === undefined ? NOTHING : { kind: entry.kind, fields: entry.fields };
    return { code: `ports.${port.id}.get(${quote(namespace)}, ${key})`, result, name };
  }
  if (call.verb === 'delete')
    return { code: `ports.${port.id}.delete(${quote(namespace)}, ${key})`, result: NOTHING, name };
  const known = scope.fields();
  const chosen = outputFields.filter((field) => known.has(field));
  const fields = new Map([...known].filter(([field]) => chosen.length === 0 || chosen.includes(field)));
  observer.kept?.({ cache: call.target, namespace, kind: 'one', fields, loaded: false });
  const value =
    entry?.kind === 'many'
      ? '[]'
      : objectLiteral(
          [...(entry?.fields ?? fields)].map(([field, type]) => property(field, type, scope, helpers)),
        );
  return { code: `ports.${port.id}.set(${quote(namespace)}, ${key}, ${value})`, result: NOTHING, name };
}

function databaseCall(call: LeafCall, port: Named, scope: Scope, writing: Writing): Leaf | undefined {
  const { facts, observer, helpers } = writing;
  const tables = facts.system.databases.get(call.target)?.tables;
  const table = call.object === undefined ? tables?.values().next().value : tables?.get(call.object);
  if (table === undefined) return undefined;
  const fields = rowFields(table, facts.nullableColumns(call.target, table.name));
  const access = member(`ports.${port.id}`, table.name);
  const many = safeIdentifier(camelCase(table.name));
  const one = safeIdentifier(singular(camelCase(table.name)));
  const key = valueOr(table.key, scope, helpers, quote(''));
  const row: Result = { kind: 'one', fields };
  switch (call.verb) {
    case 'read': {
      if (scope.find(table.key) !== undefined)
        return { code: `${access}.get(${key.code})`, result: row, name: one };
      const filter = [...fields].flatMap(([field, { type }]) => {
        const known = scope.find(field, type);
        return known === undefined || known.nullable ? [] : [{ key: field, code: known.read() }];
      });
      return {
        code: `${access}.find(${filter.length === 0 ? '' : objectLiteral(filter)})`,
        result: { kind: 'many', fields },
        name: many,
      };
    }
    case 'write': {
      const given = [...fields].filter(([field, { type }]) => scope.find(field, type) !== undefined);
      observer.wrote?.({
        database: call.target,
        table: table.name,
        fields: new Set(given.map(([field]) => field)),
        keyGiven: given.some(([field]) => field === table.key),
      });
      const values = objectLiteral(given.map(([field, type]) => property(field, type, scope, helpers)));
      return { code: `${access}.write(${values})`, result: row, name: one };
    }
    case 'delete':
      return { code: `${access}.delete(${key.code})`, result: NOTHING, name: one };
    default: {
      const column = call.column ?? '';
      if (!fields.has(column)) return undefined;
      const amount = valueOr(call.by, scope, helpers, '1');
      return {
        code: `${access}.${call.verb}(${key.code}, ${quote(column)}, ${amount.code})`,
        result: row,
        name: one,
      };
    }
  }
}

/** A key of a cache, which is always a text. */
function textOf({ code, type }: ReturnType<typeof valueOr>): string {
  return type === undefined || type === 'id' || type === 'string' || type === 'timestamp'
    ? code
    : `String(${code})`;
}

/** `getProduct` as `product`: what an operation's result is called. */
function nounOf(method: string): string {
  const noun = /^[a-z]+([A-Z].*)$/.exec(method)?.[1];
  return noun === undefined ? `${method}Result` : camelCase(noun);
}
