import type { Facts } from '../program/facts.ts';
import type { Database, Table } from '../system/databases.ts';
import type { Service } from '../system/names.ts';
import { leavesOf, type Operation } from '../system/operations.ts';
import { type Field, fieldsOf, partsOf } from '../system/shapes.ts';
import type { System } from '../system/system.ts';
import { fileText, literal, member, propertyKey, quote } from '../text/code.ts';
import { pascalCase } from '../text/identifiers.ts';
import { handlerName, namespacesOf, tableConstant } from './module.ts';
import { usesOf } from './uses.ts';

const HEAD = '// Written by Archwright from the document: change it there.';
/** The id that samples use, as in the runtime's `testing`. */
const SAMPLE_ID = 'sample-1';
const SAMPLE_TIME = '2026-01-01T00:00:00.000Z';

/** Stand-ins for everything that a service needs, so that its tests run anywhere. */
export function testPortsFile(service: Service, facts: Facts): string {
  const { system } = facts;
  const uses = usesOf(service, system);
  const scope = system.scope;
  const used = <T>(names: Iterable<string>, of: ReadonlyMap<string, T>) =>
    [...names].flatMap((name) => of.get(name) ?? []);
  const databases = used(uses.databases, system.databases);
  const helpers = [
    ...(uses.services.size > 0 ? ['fakeService'] : []),
    ...(uses.storages.size > 0 ? ['MemoryBucket'] : []),
    ...(uses.caches.size > 0 ? ['MemoryCache'] : []),
    'MemoryQueue',
    ...(databases.length > 0 ? ['MemoryTable'] : []),
    ...(databases.length + uses.caches.size + uses.storages.size > 0 ? ['SAMPLE_ID'] : []),
  ];
  const members = [
    ...used(uses.services.keys(), system.services).map(
      ({ id, type }) => `${id}: fakeService<${type}Api>(${id}Contract),`,
    ),
    ...[...uses.outside].map(
      ([name, verbs]) =>
        `${idOf(name, system)}: { ${[...verbs.keys()].map((verb) => `${propertyKey(verb)}: async () => ({})`).join(', ')} },`,
    ),
    ...databases.flatMap(({ id, tables }) => [
      `${id}: {`,
      ...[...tables.values()].map(
        (table) =>
          `  ${propertyKey(table.name)}: new MemoryTable(${constantHere(table, id, databases)}).withSample(SAMPLE_ID),`,
      ),
      '},',
    ]),
    ...[...uses.caches].map((name) => `${idOf(name, system)}: ${cacheCode(name, facts)},`),
    ...used(uses.storages, system.storages).map(
      ({ id, buckets }) =>
        `${id}: { ${[...buckets.values()].map((bucket) => `${propertyKey(bucket)}: new MemoryBucket().withObject(SAMPLE_ID)`).join(', ')} },`,
    ),
    ...used(uses.publishes, system.queues).map(
      ({ id, type }) => `${id}: createPublisher<${type}Topics>(queue, ${id}Contract),`,
    ),
  ];
  return fileText([
    HEAD,
    used(uses.services.keys(), system.services).map(
      ({ id, type, name }) =>
        `import { type ${type}Api, ${id}Contract } from ${quote(`${scope}/contracts/${name}`)};`,
    ),
    used(uses.publishes, system.queues).map(
      ({ id, type, name }) =>
        `import { ${id}Contract, type ${type}Topics } from ${quote(`${scope}/contracts/${name}`)};`,
    ),
    uses.publishes.size > 0 ? `import { createPublisher } from ${quote(`${scope}/runtime`)};` : [],
    `import { ${helpers.join(', ')} } from ${quote(`${scope}/runtime/testing`)};`,
    databases.map(
      (database) =>
        `import { ${[...database.tables.values()].map((table) => importHere(table, database.id, databases)).join(', ')} } from ${quote(`../src/databases/${database.name}.ts`)};`,
    ),
    [...uses.caches].map(
      (name) => `import type { ${system.names.get(name)?.type}Entries } from '../src/ports.ts';`,
    ),
    `import type { ${service.type}Ports } from '../src/ports.ts';`,
    '',
    '/** Makes fresh stand-ins: stores in memory that hold one of everything, and services that answer as promised. */',
    `export function memoryPorts(): { ports: ${service.type}Ports; queue: MemoryQueue } {`,
    '  const queue = new MemoryQueue();',
    `  const ports: ${service.type}Ports = {`,
    members.map((line) => `    ${line}`),
    '  };',
    '  return { ports, queue };',
    '}',
  ]);
}

/** Name of a table's definition: told apart by its database where two have a table of one name. */
function constantHere(table: Table, database: string, all: readonly Database[]): string {
  const constant = tableConstant(table);
  const same = all.filter(({ tables }) =>
    [...tables.values()].some((other) => tableConstant(other) === constant),
  );
  return same.length > 1 ? `${constant}Of${pascalCase(database)}` : constant;
}

function importHere(table: Table, database: string, all: readonly Database[]): string {
  const [constant, here] = [tableConstant(table), constantHere(table, database, all)];
  return constant === here ? constant : `${constant} as ${here}`;
}

function cacheCode(cache: string, facts: Facts): string {
  const type = facts.system.names.get(cache)?.type ?? cache;
  const entries = namespacesOf(cache, facts).flatMap(([namespace, entry]) => {
    if (entry === undefined || entry.kind === 'many') return [];
    const value = Object.fromEntries([...entry.fields].map(([name, field]) => [name, sampleOf(field)]));
    return [`.withEntry(${quote(namespace)}, SAMPLE_ID, ${literal(value)})`];
  });
  return `new MemoryCache<${type}Entries>()${entries.join('')}`;
}

/** The test that a service keeps its contract. */
export function contractTestFile(service: Service, system: System): string {
  const { id, name } = service;
  const grpc = system.grpc.servers.has(name);
  return fileText([
    HEAD,
    grpc ? `import { ${id}Contract } from ${quote(`${system.scope}/contracts/${name}`)};` : [],
    grpc ? `import { testGrpcContract } from ${quote(`${system.scope}/runtime/grpc/testing`)};` : [],
    `import { testContract } from ${quote(`${system.scope}/runtime/testing`)};`,
    `import { ${id}Module } from '../src/module.ts';`,
    "import { memoryPorts } from './ports.ts';",
    '',
    `testContract(${id}Module, () => memoryPorts().ports);`,
    grpc ? `testGrpcContract(${id}Contract);` : [],
  ]);
}

/** A first test of an operation's handler: written once, then the team's. */
export function handlerTestFile(operation: Operation, service: Service, system: System): string {
  const { scope } = system;
  const input = Object.fromEntries(
    [...fieldsOf(operation.input)].map(([name, field]) => [name, sampleOf(field)]),
  );
  const topics = operation.calls.every(({ type }) => type === 'call') ? leavesOf(operation.calls) : undefined;
  const published = topics?.every(({ probability, repeat }) => probability === 1 && repeat === 1)
    ? topics.flatMap(({ verb, object, target }) =>
        verb === 'publish' && object !== undefined && system.queues.has(target) ? [object] : [],
      )
    : undefined;
  const watched = published !== undefined && published.length > 0;
  const answers = operation.output !== undefined;
  const call = `${handlerName(operation)}(input, ports)`;
  const body = [
    `  const { ports${watched ? ', queue' : ''} } = memoryPorts();`,
    `  const input: ${operation.type}Input = ${literal(input)};`,
    ...(answers
      ? [
          `  const answer = await ${call};`,
          `  const problemsOf = validatorOf(${member(`${service.id}Contract.operations`, operation.method)}?.output ?? {});`,
          '  assert.deepEqual(problemsOf(answer), []);',
        ]
      : watched
        ? [`  await ${call};`]
        : [`  await assert.doesNotReject(${call});`]),
    ...(watched
      ? [`  assert.deepEqual(queue.published.map(({ topic }) => topic), ${literal(published)});`]
      : []),
  ];
  const title = [
    answers ? 'answers as promised' : 'does its work',
    ...(watched ? [`publishes ${published.join(' and ')}`] : []),
  ].join(' and ');
  return fileText([
    "import assert from 'node:assert/strict';",
    "import { test } from 'node:test';",
    contractImport(operation, service, scope),
    answers ? `import { validatorOf } from ${quote(`${scope}/runtime`)};` : [],
    `import { ${handlerName(operation)} } from ${quote(`../../src/handlers/${operation.name}.ts`)};`,
    "import { memoryPorts } from '../ports.ts';",
    '',
    `test(${quote(`${operation.name} ${title}`)}, async () => {`,
    body,
    '});',
  ]);
}

function contractImport({ type, output }: Operation, { id, name }: Service, scope: string): string {
  const contract = quote(`${scope}/contracts/${name}`);
  return output === undefined
    ? `import type { ${type}Input } from ${contract};`
    : `import { ${[`type ${type}Input`, `${id}Contract`].toSorted().join(', ')} } from ${contract};`;
}

function sampleOf({ type }: Field): unknown {
  const { of, list } = partsOf(type);
  const value =
    typeof of === 'string'
      ? scalarSample(of)
      : Object.fromEntries([...fieldsOf(of)].map(([name, field]) => [name, sampleOf(field)]));
  return list ? [value] : value;
}

function scalarSample(type: string): string | number | boolean {
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  return type === 'timestamp' ? SAMPLE_TIME : SAMPLE_ID;
}

function idOf(name: string, system: System): string {
  return system.names.get(name)?.id ?? name;
}
