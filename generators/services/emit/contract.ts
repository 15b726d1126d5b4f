import type { Facts } from '../program/facts.ts';
import type { Service } from '../system/names.ts';
import type { Operation } from '../system/operations.ts';
import type { Queue } from '../system/queues.ts';
import { type Fields, fieldsOf, memberLines, schemaOf } from '../system/shapes.ts';
import { docComment, fileText, indent, literal, objectLiteral, propertyKey, quote } from '../text/code.ts';
import { protoPath, protoService } from './proto-names.ts';

const HEAD = '// Written by Archwright from the document: change it there.';

/** What an operation takes and gives, with what may be unknown. */
export function outputFields(
  operation: Operation,
  facts: Facts,
): { fields: Fields; list: boolean } | undefined {
  const { output } = operation;
  if (output === undefined) return undefined;
  const list = Array.isArray(output);
  const nullable = facts.nullableOutputs(operation);
  const fields = [...fieldsOf(list ? output[0] : output)].map(
    ([name, field]) => [name, { ...field, nullable: nullable.has(name) }] as const,
  );
  return { fields: new Map(fields), list };
}

/** TypeScript type of what an operation gives. */
export function outputType(operation: Operation): string {
  if (operation.output === undefined) return 'void';
  return `${operation.type}Output${Array.isArray(operation.output) ? '[]' : ''}`;
}

/** The contract of a service: types for its callers, schemas for what travels. */
export function contractFile(service: Service, scope: string, facts: Facts): string {
  const { operations, id, name } = service;
  const grpc = facts.system.grpc.servers.has(name);
  return fileText([
    HEAD,
    `import type { ServiceContract } from ${quote(`${scope}/runtime`)};`,
    '',
    ...operations.flatMap((operation) => typesOf(operation, facts)),
    docComment(`What ${name} offers.`, service.description),
    ...apiOf(service),
    '',
    `export const ${id}Contract: ServiceContract = ${objectLiteral(
      [
        { key: 'service', code: quote(name) },
        ...(grpc ? [{ key: 'grpc', code: grpcCode(service, facts) }] : []),
        {
          key: 'operations',
          code: literal(
            Object.fromEntries(
              operations.map((operation) => [operation.method, descriptorOf(operation, facts, grpc)]),
            ),
          ),
        },
      ],
      0,
    )};`,
  ]);
}

function apiOf({ operations, type }: Service): string[] {
  if (operations.length === 0) return [`export type ${type}Api = Record<string, never>;`];
  return [
    `export interface ${type}Api {`,
    ...operations.flatMap((operation) => [
      ...docComment(operation.description, entryOf(operation)).map((line) => indent(line)),
      `  ${methodKey(operation.method)}(input: ${operation.type}Input): Promise<${outputType(operation)}>;`,
    ]),
    '}',
  ];
}

/** The contract of a queue: what its topics hold, and who reads them. */
export function queueFile(queue: Queue, scope: string): string {
  const { name, id, type, topics, subscriptions, settings } = queue;
  return fileText([
    HEAD,
    `import type { QueueContract } from ${quote(`${scope}/runtime`)};`,
    '',
    `/** What travels through ${name}, by topic. */`,
    `export interface ${type}Topics {`,
    ...[...topics].map(([topic, shape]) =>
      indent(payloadMember(topic, shape === undefined ? undefined : fieldsOf(shape))),
    ),
    '}',
    '',
    `export const ${id}Contract: QueueContract = ${literal({
      queue: name,
      topics: Object.fromEntries(
        [...topics].map(([topic, shape]) => [
          topic,
          shape === undefined ? { type: 'object' } : schemaOf(fieldsOf(shape)),
        ]),
      ),
      subscriptions,
      settings,
    })};`,
  ]);
}

function payloadMember(topic: string, fields: Fields | undefined): string {
  if (fields === undefined) return `${propertyKey(topic)}: Readonly<Record<string, unknown>>;`;
  if (fields.size === 0) return `${propertyKey(topic)}: Record<string, never>;`;
  return `${propertyKey(topic)}: {\n${memberLines(fields).join('\n')}\n};`;
}

function typesOf(operation: Operation, facts: Facts): string[] {
  const output = outputFields(operation, facts);
  return [
    ...interfaceOf(`${operation.type}Input`, fieldsOf(operation.input)),
    ...(output === undefined ? [] : interfaceOf(`${operation.type}Output`, output.fields)),
  ];
}

function interfaceOf(name: string, fields: Fields): string[] {
  if (fields.size === 0) return [`export type ${name} = Record<string, never>;`, ''];
  return [`export interface ${name} {`, ...memberLines(fields), '}', ''];
}

/** A method's name in an interface, where a bare `new` would make objects. */
function methodKey(method: string): string {
  return method === 'new' ? quote(method) : propertyKey(method);
}

/** How an operation is reached, for the reader. */
export function entryOf({ http, consumes }: Operation): string {
  const ways = [
    ...(http === undefined ? [] : [`${http.method} ${http.path}`]),
    ...(consumes === undefined ? [] : [`handles ${consumes.topic} of ${consumes.queue}`]),
  ];
  return ways.length === 0 ? 'Runs by the clock.' : `\`${ways.join('`, `')}\``;
}

/** Where the contract for gRPC is. */
function grpcCode(service: Service, { system }: Facts): string {
  return objectLiteral([
    { key: 'proto', code: `new URL(${quote(`./${protoPath(service.name)}`)}, import.meta.url)` },
    { key: 'service', code: quote(protoService(service, system.document.name)) },
  ]);
}

function descriptorOf(operation: Operation, facts: Facts, grpc: boolean): object {
  const output = outputFields(operation, facts);
  const schema = output === undefined ? undefined : schemaOf(output.fields);
  return {
    name: operation.name,
    http: operation.http,
    rpc: grpc && operation.http !== undefined ? operation.type : undefined,
    consumes: operation.consumes,
    input: schemaOf(fieldsOf(operation.input)),
    output: output?.list ? { type: 'array', items: schema } : schema,
  };
}
