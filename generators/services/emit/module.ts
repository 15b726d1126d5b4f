import type { Facts } from '../program/facts.ts';
import { programOf } from '../program/program.ts';
import { type Database, rowFields, type Table } from '../system/databases.ts';
import type { Service } from '../system/names.ts';
import type { Operation } from '../system/operations.ts';
import { memberLines, objectType } from '../system/shapes.ts';
import type { System } from '../system/system.ts';
import { docComment, fileText, indent, literal, propertyKey, quote } from '../text/code.ts';
import { camelCase, safeIdentifier } from '../text/identifiers.ts';
import { entryOf, outputType } from './contract.ts';
import { type Uses, usesOf } from './uses.ts';

const HEAD = '// Written by Archwright from the document: change it there.';

/** What a service needs, as an interface: in one process and in many. */
export function portsFile(service: Service, facts: Facts): string {
  const { system } = facts;
  const uses = usesOf(service, system);
  const members = portMembers(uses, system);
  const runtime = [
    ...(uses.storages.size > 0 ? ['Bucket'] : []),
    ...(uses.caches.size > 0 ? ['Cache'] : []),
    ...(uses.outside.size > 0 ? ['External'] : []),
    ...(uses.publishes.size > 0 ? ['Publisher'] : []),
  ];
  return fileText([
    HEAD,
    [...uses.services.keys()].map(
      (name) =>
        `import type { ${typeOf(name, system)}Api } from ${quote(`${system.scope}/contracts/${name}`)};`,
    ),
    [...uses.publishes].map(
      (name) =>
        `import type { ${typeOf(name, system)}Topics } from ${quote(`${system.scope}/contracts/${name}`)};`,
    ),
    runtime.length === 0
      ? []
      : `import type { ${runtime.join(', ')} } from ${quote(`${system.scope}/runtime`)};`,
    [...uses.databases].map(
      (name) => `import type { ${typeOf(name, system)}Tables } from ${quote(`./databases/${name}.ts`)};`,
    ),
    '',
    [...uses.caches].flatMap((name) => [...entriesInterface(name, facts), '']),
    [...uses.storages].flatMap((name) => [...bucketsInterface(name, system), '']),
    `/** What ${service.name} needs of others. */`,
    members.length === 0
      ? `export type ${service.type}Ports = Record<string, never>;`
      : [`export interface ${service.type}Ports {`, ...members.map((line) => indent(line)), '}'],
  ]);
}

function portMembers(uses: Uses, system: System): string[] {
  const member = (name: string, type: string) => `readonly ${system.names.get(name)?.id ?? name}: ${type};`;
  return [
    ...[...uses.services].map(([name, methods]) =>
      member(name, `Pick<${typeOf(name, system)}Api, ${[...methods].map(quote).join(' | ')}>`),
    ),
    ...[...uses.outside].map(([name, verbs]) =>
      member(name, `External<${[...verbs.keys()].map(quote).join(' | ')}>`),
    ),
    ...[...uses.databases].map((name) => member(name, `${typeOf(name, system)}Tables`)),
    ...[...uses.caches].map((name) => member(name, `Cache<${typeOf(name, system)}Entries>`)),
    ...[...uses.storages].map((name) => member(name, `${typeOf(name, system)}Buckets`)),
    ...[...uses.publishes].map((name) => member(name, `Publisher<${typeOf(name, system)}Topics>`)),
  ];
}

function bucketsInterface(storage: string, system: System): string[] {
  const buckets = [...(system.storages.get(storage)?.buckets.values() ?? [])];
  return [
    `/** Buckets of ${storage}. */`,
    `export interface ${typeOf(storage, system)}Buckets {`,
    ...buckets.map((id) => indent(`readonly ${propertyKey(id)}: Bucket;`)),
    '}',
  ];
}

function entriesInterface(cache: string, facts: Facts): string[] {
  const type = typeOf(cache, facts.system);
  const lines = namespacesOf(cache, facts).map(([namespace, entry]) => {
    const value =
      entry === undefined ? 'unknown' : `${objectType(entry.fields)}${entry.kind === 'many' ? '[]' : ''}`;
    return `${propertyKey(namespace)}: ${value};`;
  });
  return [
    `/** What ${cache} holds, by namespace. */`,
    `export interface ${type}Entries {`,
    ...lines.map((line) => indent(line)),
    '}',
  ];
}

/** Namespaces of a cache that any operation uses, and what they hold. */
export function namespacesOf(cache: string, facts: Facts): [string, ReturnType<Facts['entryOf']>][] {
  const names = facts.namespaces.get(cache) ?? [];
  return names.map((name) => [name, facts.entryOf(cache, name)]);
}

/** The tables of a database as a service sees them. */
export function databaseFile(database: Database, facts: Facts): string {
  const { scope } = facts.system;
  const tables = [...database.tables.values()];
  const nullable = (table: string) => facts.nullableColumns(database.name, table);
  return fileText([
    HEAD,
    `import type { DatabaseResource, Table, TableDefinition } from ${quote(`${scope}/runtime`)};`,
    '',
    tables.flatMap((table) => [
      `export interface ${table.rowType} {`,
      ...memberLines(rowFields(table, nullable(table.name))),
      '}',
      '',
    ]),
    `/** Tables of ${database.name}. */`,
    `export interface ${database.type}Tables {`,
    tables.map((table) => `  readonly ${propertyKey(table.name)}: Table<${table.rowType}>;`),
    '}',
    '',
    tables.flatMap((table) => [
      `export const ${tableConstant(table)}: TableDefinition<${table.rowType}> = ${literal(definitionOf(table, nullable(table.name)))};`,
      '',
    ]),
    `export function open${database.type}(database: DatabaseResource): ${database.type}Tables {`,
    '  return {',
    tables.map((table) => `    ${propertyKey(table.name)}: database.table(${tableConstant(table)}),`),
    '  };',
    '}',
  ]);
}

/** Name of the constant that holds a table's definition, e.g. `ordersTable`. */
export function tableConstant({ rowType }: Table): string {
  return `${camelCase(rowType.replace(/Row$/, ''))}Table`;
}

function definitionOf(table: Table, nullable: ReadonlySet<string>): object {
  const columns = [...table.columns].map(([field, { name, type, default: preset }]) => [
    field,
    { name, type, nullable: nullable.has(field), default: preset },
  ]);
  return { name: table.sqlName, key: table.key, columns: Object.fromEntries(columns) };
}

/** The module: the service's contract, and its handlers bound to what they need. */
export function moduleFile(service: Service, system: System): string {
  const { operations, type, id, name } = service;
  return fileText([
    HEAD,
    `import { type ${type}Api, ${id}Contract } from ${quote(`${system.scope}/contracts/${name}`)};`,
    `import type { ServiceModule } from ${quote(`${system.scope}/runtime`)};`,
    operations.map(
      (operation) => `import { ${handlerName(operation)} } from ${quote(`./handlers/${operation.name}.ts`)};`,
    ),
    `import type { ${type}Ports } from './ports.ts';`,
    '',
    ...docComment(`The service ${name}.`, service.description),
    `export const ${id}Module: ServiceModule<${type}Ports, ${type}Api> = {`,
    `  contract: ${id}Contract,`,
    operations.length === 0
      ? '  bind: () => ({}),'
      : [
          '  bind: (ports) => ({',
          ...operations.map(
            (operation) =>
              `    ${propertyKey(operation.method)}: (input) => ${handlerName(operation)}(input, ports),`,
          ),
          '  }),',
        ],
    '};',
  ]);
}

/** What the module's package offers. */
export function moduleIndexFile(service: Service, system: System): string {
  const uses = usesOf(service, system);
  const databases = [...uses.databases];
  const types = [...[...uses.caches].map((name) => `${typeOf(name, system)}Entries`), `${service.type}Ports`];
  return fileText([
    HEAD,
    databases.map(
      (name) => `export { open${typeOf(name, system)} } from ${quote(`./databases/${name}.ts`)};`,
    ),
    `export { ${service.id}Module } from './module.ts';`,
    `export type { ${types.join(', ')} } from './ports.ts';`,
    databases.length === 0
      ? []
      : [
          '',
          '/** Folders of the migrations, by database. */',
          'export const migrations = {',
          ...databases.map(
            (name) => `  ${propertyKey(name)}: new URL(${quote(`../migrations/${name}/`)}, import.meta.url),`,
          ),
          '};',
        ],
  ]);
}

/** An operation's business code: written once, then the team's. */
export function handlerFile(operation: Operation, service: Service, facts: Facts): string {
  const { scope } = facts.system;
  const program = programOf(operation, facts);
  const types = [
    `${operation.type}Input`,
    ...(operation.output === undefined ? [] : [`${operation.type}Output`]),
  ];
  const helpers = [...program.helpers].toSorted();
  return fileText([
    `import type { ${types.join(', ')} } from ${quote(`${scope}/contracts/${service.name}`)};`,
    helpers.length === 0 ? [] : `import { ${helpers.join(', ')} } from ${quote(`${scope}/runtime`)};`,
    `import type { ${service.type}Ports } from '../ports.ts';`,
    '',
    ...docComment(operation.description, entryOf(operation)),
    `export async function ${handlerName(operation)}(${program.usesInput ? 'input' : '_input'}: ${operation.type}Input, ${program.usesPorts ? 'ports' : '_ports'}: ${service.type}Ports): Promise<${outputType(operation)}> {`,
    ...program.lines.map((line) => indent(line)),
    '}',
  ]);
}

/** What stands beside a handler in the module and in its test. */
const NEIGHBOURS = /^(answer|assert|memoryPorts|problemsOf|queue|test|validatorOf)$|(Contract|Module)$/;

/** Name of the function that is an operation's handler: none that stands beside it in a generated file. */
export function handlerName(operation: Operation): string {
  const name = safeIdentifier(operation.method);
  return NEIGHBOURS.test(name) ? `${name}_` : name;
}

function typeOf(component: string, system: System): string {
  return system.names.get(component)?.type ?? component;
}
