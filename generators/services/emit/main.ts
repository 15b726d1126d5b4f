import { JOB_OPERATION } from '#model';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import { fileText, literal, objectLiteral, quote } from '../text/code.ts';
import { type App, firstUser, isCalledInside, jobOf } from './app.ts';
import {
  connectName,
  engineOf,
  entriesName,
  indentRest,
  openName,
  resourceName,
  variableOf,
} from './app-names.ts';
import { discoveryImport, discoveryStatement } from './discovery.ts';
import { addressesOf, grpcImports, grpcServer } from './grpc.ts';
import { mountOf } from './mount.ts';

const HEAD = '// Written by Archwright from the document and its layout: change it there.';

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

/** Method of the one operation that a job has. */
function methodOf({ operations: [operation] }: Service): string {
  return operation?.method ?? JOB_OPERATION;
}
