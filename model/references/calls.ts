import { formatCall } from '../calls/format.ts';
import { CALL_FORM, type LeafCall } from '../calls/parse.ts';
import type { CallPlace } from '../calls/places.ts';
import { callPlaces } from '../calls/places.ts';
import { engineOf, protocolsInto } from '../graph/lookup.ts';
import { isBroker, operationsOf } from '../graph/roles.ts';
import { splitPair } from '../names/pair.ts';
import type { Path } from '../problem.ts';
import type {
  Component,
  DatabaseComponent,
  JobComponent,
  QueueComponent,
  ServiceComponent,
  StorageComponent,
  StreamComponent,
} from '../schema/document.ts';
import { keysOf, mustBeOneOf, mustExist, type ReferenceContext } from './context.ts';

/** Checks what the operations of a service call and consume, and what a job calls. */
export function checkOperations(
  context: ReferenceContext,
  service: ServiceComponent | JobComponent,
  path: Path,
): void {
  const routes = new Map<string, string>();
  for (const [name, operation] of Object.entries(operationsOf(service))) {
    // What a job does stands in the job itself.
    const at = service.kind === 'job' ? path : [...path, 'operations', name];
    if (operation.http !== undefined) checkRoute(context, operation.http, name, routes, at);
    if (operation.consumes !== undefined) checkConsumes(context, operation.consumes, [...at, 'consumes']);
    for (const place of callPlaces(operation)) checkCall(context, place, at);
  }
}

/** Two operations cannot answer the same requests: path parameters match whatever they are called. */
function checkRoute(
  context: ReferenceContext,
  http: string,
  name: string,
  routes: Map<string, string>,
  path: Path,
): void {
  const route = http.replace(/\{[^}]*\}/g, '{}');
  const other = routes.get(route);
  if (other === undefined) routes.set(route, name);
  else {
    const message = `${http} is already answered by the operation "${other}"`;
    context.report({
      code: 'reference/duplicate-route',
      severity: 'error',
      path: [...path, 'http'],
      message,
      expected: 'a method and a path that no other operation of the service has',
    });
  }
}

function checkConsumes(context: ReferenceContext, consumes: string, path: Path): void {
  const [name, topic] = splitPair(consumes, ' ');
  const queue = mustExist(context, name, path, (other) => `${other} ${topic}`);
  if (queue === undefined) return;
  if (!isBroker(queue)) {
    context.report({
      code: 'reference/wrong-kind',
      severity: 'error',
      path,
      message: `"${name}" is a ${queue.kind}; messages are consumed from a queue or a stream`,
      expected: 'a queue or a stream, and a topic',
    });
  } else checkTopic(context, queue, name, topic, path, (other) => `${name} ${other}`);
}

function checkCall(context: ReferenceContext, { path, call }: CallPlace, above: Path): void {
  const at = [...above, ...path];
  if (call.type === 'error') {
    context.report({
      code: 'reference/call-form',
      severity: 'error',
      path: at,
      message: call.reason,
      expected: CALL_FORM,
    });
    return;
  }
  const rewrite = (part: Partial<LeafCall>) =>
    call.type === 'cache' ? (part.target ?? call.target) : formatCall({ ...call, ...part });
  const target = mustExist(context, call.target, at, (other) => rewrite({ target: other }));
  if (target === undefined) return;
  if (call.type === 'cache') {
    if (target.kind !== 'cache')
      context.report({
        code: 'reference/wrong-kind',
        severity: 'error',
        path: at,
        message: `"${call.target}" is a ${target.kind}; only a cache keeps results of calls`,
        expected: 'a cache',
      });
  } else if (target.kind === 'service') checkOperation(context, call, target, at, rewrite);
  else if (target.kind !== 'external') checkVerb(context, call, target, at, rewrite);
}

type Rewrite = (part: Partial<LeafCall>) => string;

/** A service without operations is a sketch, or existing software: what it can do is not known. */
function checkOperation(
  context: ReferenceContext,
  call: LeafCall,
  service: ServiceComponent,
  path: Path,
  rewrite: Rewrite,
): void {
  const operations = keysOf(service.operations);
  if (operations.length === 0) return;
  const message = `"${call.target}" has no operation "${call.verb}"`;
  mustBeOneOf(context, call.verb, operations, {
    code: 'reference/unknown-operation',
    kind: 'operation',
    message,
    path,
    replace: (verb) => rewrite({ verb }),
  });
}

function checkVerb(
  context: ReferenceContext,
  call: LeafCall,
  target: Component,
  path: Path,
  rewrite: Rewrite,
): void {
  const verbs = context.vocabulary.verbsOf(target.kind, engineOf(target, context.vocabulary));
  if (
    verbs === undefined ||
    verbs.length === 0 ||
    (protocolsInto(target, context.vocabulary).length === 0 && !isBroker(target))
  ) {
    context.report({
      code: 'reference/not-callable',
      severity: 'error',
      path,
      message: `"${call.target}" is a ${target.kind}, which no operation can call`,
      expected: 'a service, a store, a queue or an external API',
    });
    return;
  }
  const message = `"${call.verb}" is nothing that a ${target.kind} does`;
  mustBeOneOf(context, call.verb, verbs, {
    code: 'reference/unknown-verb',
    kind: 'verb',
    message,
    path,
    replace: (verb) => rewrite({ verb }),
  });
  if (!verbs.includes(call.verb)) return;
  if (target.kind === 'database') checkTable(context, call, target, path, rewrite);
  if (target.kind === 'storage') checkBucket(context, call, target, path, rewrite);
  if (!isBroker(target)) return;
  if (call.object !== undefined)
    checkTopic(context, target, call.target, call.object, path, (object) => rewrite({ object }));
  else
    context.report({
      code: 'reference/no-topic',
      severity: 'error',
      path,
      message: 'the call does not say which topic it publishes',
      expected: `${call.target}.publish TOPIC`,
    });
}

function checkTable(
  context: ReferenceContext,
  call: LeafCall,
  database: DatabaseComponent,
  path: Path,
  rewrite: Rewrite,
): void {
  const tables = keysOf(database.tables);
  const changes = call.verb === 'add' || call.verb === 'subtract';
  if (changes && (call.column === undefined || call.by === undefined)) {
    context.report({
      code: 'reference/no-column',
      severity: 'error',
      path,
      message: `"${call.verb}" needs a column and a field that says by how much`,
      expected: `${call.target}.${call.verb} TABLE.COLUMN by FIELD`,
    });
  }
  if (call.object === undefined || tables.length === 0) return;
  const message = `"${call.target}" has no table "${call.object}"`;
  mustBeOneOf(context, call.object, tables, {
    code: 'reference/unknown-table',
    kind: 'table',
    message,
    path,
    replace: (object) => rewrite({ object }),
  });
  const table = tables.includes(call.object) ? database.tables?.[call.object] : undefined;
  if (table === undefined || call.column === undefined) return;
  const missing = `the table "${call.object}" has no column "${call.column}"`;
  mustBeOneOf(context, call.column, keysOf(table.columns), {
    code: 'reference/unknown-column',
    kind: 'column',
    message: missing,
    path,
    replace: (column) => rewrite({ column }),
  });
}

/** A storage that declares no buckets takes any; an object always has a key. */
function checkBucket(
  context: ReferenceContext,
  call: LeafCall,
  storage: StorageComponent,
  path: Path,
  rewrite: Rewrite,
): void {
  if (call.by === undefined) {
    context.report({
      code: 'reference/no-key',
      severity: 'error',
      path,
      message: 'the call does not say which field is the key of the object',
      expected: `${call.target}.${call.verb} ${call.object ?? 'BUCKET'} by FIELD`,
    });
  }
  const buckets = storage.buckets ?? [];
  if (call.object === undefined || buckets.length === 0) return;
  mustBeOneOf(context, call.object, buckets, {
    code: 'reference/unknown-bucket',
    kind: 'bucket',
    message: `"${call.target}" has no bucket "${call.object}"`,
    path,
    replace: (object) => rewrite({ object }),
  });
}

/** A queue that declares no topics takes any. */
function checkTopic(
  context: ReferenceContext,
  queue: QueueComponent | StreamComponent,
  name: string,
  topic: string,
  path: Path,
  replace: (topic: string) => string,
): void {
  const topics = keysOf(queue.topics);
  if (topics.length === 0) return;
  mustBeOneOf(context, topic, topics, {
    code: 'reference/unknown-topic',
    kind: 'topic',
    message: `"${name}" has no topic "${topic}"`,
    path,
    replace,
  });
}
