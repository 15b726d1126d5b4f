import { parseDuration } from '#model';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import { literal, objectLiteral, quote } from '../text/code.ts';
import { type App, isCalledInside, jobOf } from './app.ts';
import { entriesName, indentRest, openName, resourceName, variableOf } from './app-names.ts';
import { resolverOption } from './discovery.ts';
import { speaksGrpc } from './grpc.ts';

/** How long a call may take, and how often it is tried again, where the document does not say. */
const DEFAULT_TIMEOUT_MS = 2_000;
const DEFAULT_RETRIES = 0;

/** The statement that makes a service part of its unit, with all that it needs. */
export function mountOf(service: Service, app: App, system: System): string[] {
  const uses = app.uses.get(service.name);
  if (uses === undefined) return [];
  const id = (name: string) => system.names.get(name)?.id ?? name;
  const inside = new Set(app.services.map(({ name }) => name));
  const ports = [
    ...[...uses.services.keys()].map((name) => ({
      key: id(name),
      code: inside.has(name) ? localCode(name, service, system) : clientCode(name, service, app, system),
    })),
    ...[...uses.outside].map(([name, verbs]) => ({
      key: id(name),
      code: `createExternal(${quote(name)}, ${literal(Object.fromEntries(verbs))}, ${clientOptions(name, service, app, system)})`,
    })),
    ...[...uses.databases].map((name) => ({
      key: id(name),
      code: `${openName(name, service.name, app, system)}(${resourceName(name, system)})`,
    })),
    ...[...uses.caches].map((name) => ({
      key: id(name),
      code: `${resourceName(name, system)}.cache<${entriesName(name, service.name, app, system)}>()`,
    })),
    ...[...uses.storages].map((name) => ({
      key: id(name),
      code: objectLiteral(
        [...(system.storages.get(name)?.buckets ?? [])].map(([bucket, key]) => ({
          key,
          code: `${resourceName(name, system)}.bucket(${quote(bucket)})`,
        })),
      ),
    })),
    ...[...uses.publishes].map((name) => ({
      key: id(name),
      code: `createPublisher<${system.names.get(name)?.type}Topics>(${resourceName(name, system)}, ${id(name)}Contract, { service: ${quote(service.name)}, metrics: unit.metrics })`,
    })),
  ];
  const called = isCalledInside(service, app);
  const isJob = jobOf(app, system) === service;
  const declaration = called
    ? `const ${service.id}Api: ${service.type}Api = `
    : isJob
      ? `const ${service.id}Api = `
      : '';
  const options = mountOptions(service, app, system);
  const portsCode = ports.length === 0 ? '{}' : objectLiteral(ports, 0);
  return [
    `  ${declaration}unit.mount(${service.id}Module, ${indentRest(portsCode)}${options === undefined ? '' : `, ${indentRest(options)}`});`,
  ];
}

/** Messages are remembered where the service keeps its data, so that both are written together. */
function mountOptions(service: Service, app: App, system: System): string | undefined {
  const uses = app.uses.get(service.name);
  const queues = [...(uses?.consumes ?? [])].map((name) => ({ key: name, code: resourceName(name, system) }));
  const [store] = [...(uses?.databases ?? []), ...(uses?.caches ?? [])];
  const options = [
    ...(queues.length === 0 ? [] : [{ key: 'queues', code: objectLiteral(queues) }]),
    ...(queues.length === 0 || store === undefined
      ? []
      : [{ key: 'inbox', code: resourceName(store, system) }]),
    ...(app.grpc.has(service.name) ? [{ key: 'endpoints', code: '[grpcServer]' }] : []),
  ];
  return options.length === 0 ? undefined : objectLiteral(options);
}

function clientCode(name: string, service: Service, app: App, system: System): string {
  const callee = system.names.get(name);
  const create = speaksGrpc(service.name, name, system) ? 'createGrpcClient' : 'createClient';
  return `${create}<${callee?.type}Api>(${callee?.id}Contract, ${clientOptions(name, service, app, system)})`;
}

function localCode(name: string, service: Service, system: System): string {
  const callee = system.names.get(name);
  return `createLocal<${callee?.type}Api>(${callee?.id}Contract, () => ${callee?.id}Api, { service: ${quote(service.name)}, metrics: unit.metrics })`;
}

function clientOptions(name: string, service: Service, app: App, system: System): string {
  const connection = system.document.connections.find(({ from, to }) => from === service.name && to === name);
  const timeout = connection?.timeout === undefined ? DEFAULT_TIMEOUT_MS : parseDuration(connection.timeout);
  return objectLiteral(
    [
      { key: 'service', code: quote(service.name) },
      { key: 'url', code: `config.urls.${variableOf(name, system.grpc.between(service.name, name))}` },
      { key: 'timeoutMs', code: String(timeout) },
      { key: 'retries', code: String(connection?.retries ?? DEFAULT_RETRIES) },
      ...resolverOption(name, app.registry, system),
      { key: 'metrics', code: 'unit.metrics' },
    ],
    40,
  );
}
