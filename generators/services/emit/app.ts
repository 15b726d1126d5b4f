import { JOB_OPERATION, parseDuration } from '#model';
import { addressVariable } from '../../plan/context.ts';
import type { Plan, PlanUnit } from '../../plan/plan.ts';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import { fileText, literal, objectLiteral, quote } from '../text/code.ts';
import {
  discoveryImport,
  discoveryStatement,
  type RegistryUse,
  registryIn,
  resolverOption,
} from './discovery.ts';
import { addressesOf, grpcImports, grpcServer, grpcServices, speaksGrpc } from './grpc.ts';
import { type Uses, usesOf } from './uses.ts';

/** How long a call may take, and how often it is tried again, where the document does not say. */
const DEFAULT_TIMEOUT_MS = 2_000;
const DEFAULT_RETRIES = 0;
const HEAD = '// Written by Archwright from the document and its layout: change it there.';

/** A unit's services, and all that they need together. */
export interface App {
  unit: PlanUnit;
  services: readonly Service[];
  uses: ReadonlyMap<string, Uses>;
  /** By kind, each component once. */
  databases: readonly string[];
  caches: readonly string[];
  storages: readonly string[];
  queues: readonly string[];
  /** Services and APIs outside of the unit. */
  remote: readonly string[];
  /** Services of the unit that answer gRPC; none where nobody outside of it speaks it to them. */
  grpc: ReadonlySet<string>;
  /** Components that the layout leaves out: nothing answers there. */
  missing: ReadonlySet<string>;
  /** Where the unit registers and looks others up. */
  registry?: RegistryUse;
}

/** Components of the document that a plan leaves out. */
function missingFrom(plan: Plan, system: System): ReadonlySet<string> {
  const deployed = new Set(plan.units.flatMap(({ components }) => components));
  return new Set(Object.keys(system.document.components).filter((name) => !deployed.has(name)));
}

export function appOf(unit: PlanUnit, plan: Plan, system: System): App {
  const services = unit.components.flatMap((name) => system.services.get(name) ?? []);
  const uses = new Map(services.map((service) => [service.name, usesOf(service, system)]));
  const all = [...uses.values()];
  const inside = new Set(services.map(({ name }) => name));
  const union = (pick: (one: Uses) => Iterable<string>) => [...new Set(all.flatMap((one) => [...pick(one)]))];
  return {
    unit,
    services,
    uses,
    databases: union((one) => one.databases),
    caches: union((one) => one.caches),
    storages: union((one) => one.storages),
    queues: union((one) => [...one.publishes, ...one.consumes]),
    remote: union((one) => [...one.services.keys(), ...one.outside.keys()]).filter(
      (name) => !inside.has(name),
    ),
    grpc: grpcServices(unit, system),
    missing: missingFrom(plan, system),
    registry: registryIn(plan, system),
  };
}

/** The program of a unit: which services run in it, and how each reaches what it needs. */
export function mainFile(app: App, system: System): string {
  const { unit, services } = app;
  const job = jobOf(app, system);
  return fileText([
    HEAD,
    ...importsOf(app, system),
    '',
    job === undefined ? 'await run(() => {' : 'await runJob(() => {',
    `  const config = loadConfig(process.env, ${indentRest(urlsOf(app, system))});`,
    `  const unit = new Unit(${quote(unit.name)}, config);`,
    ...resourcesOf(app, system),
    ...discoveryStatement(app, system),
    ...grpcServer(app),
    ...services.flatMap((service) => mountOf(service, app, system)),
    job === undefined
      ? '  return unit;'
      : `  return { unit, work: () => ${job.id}Api.${methodOf(job)}({}) };`,
    '});',
  ]);
}

function importsOf(app: App, system: System): string[] {
  const { scope } = system;
  const named = (name: string) => system.names.get(name) ?? { name, id: name, type: name };
  const uses = [...app.uses.values()];
  const inside = app.services.filter((service) => isCalledInside(service, app));
  const remote = app.remote.filter((name) => system.services.has(name));
  const addresses = addressesOf(app, system);
  const inHttp = remote.filter((name) => addresses.some((one) => one.name === name && !one.grpc));
  const published = new Set(uses.flatMap((one) => [...one.publishes]));
  const helpers = [
    ...(inHttp.length > 0 ? ['createClient'] : []),
    ...(app.remote.length > remote.length ? ['createExternal'] : []),
    ...(inside.length > 0 ? ['createLocal'] : []),
    ...(published.size > 0 ? ['createPublisher'] : []),
    'loadConfig',
    ...(jobOf(app, system) === undefined ? ['run'] : []),
    'Unit',
  ];
  const publishers = app.queues.map(named).map(({ id, type, name }) => ({
    name,
    symbols: [`${id}Contract`, ...(published.has(name) ? [`type ${type}Topics`] : [])],
  }));
  const clients = [...remote, ...inside.map(({ name }) => name)]
    .map(named)
    .map(({ id, type, name }) => ({ name, symbols: [`type ${type}Api`, `${id}Contract`] }));
  return [
    ...[...clients, ...publishers].map(
      ({ name, symbols }) => `import { ${symbols.join(', ')} } from ${quote(`${scope}/contracts/${name}`)};`,
    ),
    ...app.services.map(({ name, id }) => {
      const databases = [...(app.uses.get(name)?.databases ?? [])].filter(
        (database) => firstUser(database, app)?.name === name,
      );
      const opens = [...(app.uses.get(name)?.databases ?? [])].map((database) => {
        const exported = `open${named(database).type}`;
        const local = openName(database, name, app, system);
        return local === exported ? exported : `${exported} as ${local}`;
      });
      const entries = [...(app.uses.get(name)?.caches ?? [])].map((cache) => {
        const exported = `${named(cache).type}Entries`;
        const local = entriesName(cache, name, app, system);
        return local === exported ? `type ${exported}` : `type ${exported} as ${local}`;
      });
      const migrations = databases.length > 0 ? [`migrations as ${id}Migrations`] : [];
      return `import { ${[...entries, ...migrations, ...opens, `${id}Module`].join(', ')} } from ${quote(`${scope}/${name}-module`)};`;
    }),
    `import { ${helpers.join(', ')} } from ${quote(`${scope}/runtime`)};`,
    ...(jobOf(app, system) === undefined
      ? []
      : [`import { runJob } from ${quote(`${scope}/runtime/jobs`)};`]),
    ...discoveryImport(app, system),
    ...grpcImports(app, system),
    ...engineImports(app, system),
  ];
}

function engineImports(app: App, system: System): string[] {
  const engines = new Map<string, string>();
  for (const [names, connect] of [
    [app.databases, 'connectDatabase'],
    [app.caches, 'connectCache'],
    [app.storages, 'connectStorage'],
    [app.queues, 'connectQueue'],
  ] as const) {
    for (const name of names) engines.set(`${engineOf(name, system)} ${connect}`, connect);
  }
  return [...engines].map(([key, connect]) => {
    const engine = key.split(' ')[0] ?? '';
    return `import { ${connect} as ${connectName(connect, engine)} } from ${quote(`${system.scope}/runtime/${engine}`)};`;
  });
}

/** Environment variables that hold addresses. */
function urlsOf(app: App, system: System): string {
  const stores = [...app.databases, ...app.caches, ...app.storages, ...app.queues];
  const all = [...addressesOf(app, system), ...stores.map((name) => ({ name, grpc: false }))];
  const registry = app.registry === undefined ? [] : [{ key: app.registry.variable, code: 'undefined' }];
  return objectLiteral([
    ...registry,
    ...all.map(({ name, grpc }) => {
      const component = system.document.components[name];
      // `.invalid` never resolves (RFC 2606): calls to what is left out fail, and say why.
      const absent = app.missing.has(name) ? `${grpc ? 'grpc' : 'http'}://${name}.invalid` : undefined;
      const preset = component?.kind === 'external' ? (component.url ?? absent) : absent;
      return { key: variableOf(name, grpc), code: preset === undefined ? 'undefined' : quote(preset) };
    }),
  ]);
}

function resourcesOf(app: App, system: System): string[] {
  const resource = (name: string, connect: string, more: { key: string; code: string }[]) => {
    const options = objectLiteral(
      [
        { key: 'name', code: quote(name) },
        { key: 'url', code: `config.urls.${variableOf(name)}` },
        ...more,
        { key: 'onError', code: `unit.reporter(${quote(name)})` },
      ],
      40,
    );
    return `  const ${resourceName(name, system)} = unit.use(${connectName(connect, engineOf(name, system))}(${indentRest(options)}));`;
  };
  return [
    ...app.databases.map((name) => {
      const owner = firstUser(name, app);
      return resource(name, 'connectDatabase', [
        {
          key: 'migrations',
          code: `${owner?.id}Migrations${/^[a-z][a-z0-9]*$/.test(name) ? `.${name}` : `[${quote(name)}]`}`,
        },
      ]);
    }),
    ...app.caches.map((name) => resource(name, 'connectCache', [])),
    ...app.storages.map((name) =>
      resource(name, 'connectStorage', [
        { key: 'buckets', code: literal([...(system.storages.get(name)?.buckets.keys() ?? [])]) },
      ]),
    ),
    ...app.queues.map((name) =>
      resource(name, 'connectQueue', [
        { key: 'subscriptions', code: `${system.names.get(name)?.id}Contract.subscriptions` },
        ...(system.queues.get(name)?.settings === undefined
          ? []
          : [{ key: 'settings', code: `${system.names.get(name)?.id}Contract.settings` }]),
      ]),
    ),
  ];
}

function mountOf(service: Service, app: App, system: System): string[] {
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

/** The job that a unit is; it has the unit for itself. */
function jobOf(app: App, system: System): Service | undefined {
  const [service] = app.services;
  const kind = service && system.document.components[service.name]?.kind;
  return kind === 'job' ? service : undefined;
}

/** Method of the one operation that a job has. */
function methodOf({ operations: [operation] }: Service): string {
  return operation?.method ?? JOB_OPERATION;
}

function isCalledInside(service: Service, app: App): boolean {
  return [...app.uses.values()].some(({ services }) => services.has(service.name));
}

/** The service of the unit whose package holds a database's migrations. */
function firstUser(database: string, app: App): Service | undefined {
  return app.services.find(({ name }) => app.uses.get(name)?.databases.has(database));
}

function engineOf(name: string, system: System): string {
  const component = system.document.components[name];
  return component === undefined ? '' : (system.catalog.entryOf(component).engine ?? component.kind);
}

const connectName = (connect: string, engine: string) =>
  `${connect.replace('connect', `connect${engine.replace(/^[a-z]/, (first) => first.toUpperCase())}`)}`;
const resourceName = (name: string, system: System) => `${system.names.get(name)?.id ?? name}Resource`;
const variableOf = (name: string, grpc = false) => addressVariable(name, grpc ? 'grpc' : undefined);

/** Every user of a database opens it in its own way: told apart by the service where a unit has several. */
function openName(database: string, service: string, app: App, system: System): string {
  const users = [...app.uses.values()].filter(({ databases }) => databases.has(database)).length;
  return toldApart(`open${system.names.get(database)?.type}`, users, service, system);
}

/** Type of what a cache holds for a service. */
function entriesName(cache: string, service: string, app: App, system: System): string {
  const users = [...app.uses.values()].filter(({ caches }) => caches.has(cache)).length;
  return toldApart(`${system.names.get(cache)?.type}Entries`, users, service, system);
}

function toldApart(name: string, users: number, service: string, system: System): string {
  return users > 1 ? `${name}For${system.names.get(service)?.type}` : name;
}

/** Code of several lines behind the start of a statement in a function. */
function indentRest(code: string): string {
  return code.replaceAll('\n', '\n  ');
}
