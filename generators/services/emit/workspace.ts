import { runtimeFiles } from '../runtime.generated.ts';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import {
  DEPENDENCIES,
  DEV_DEPENDENCIES,
  GRPC_DEPENDENCIES,
  JOB_DEPENDENCIES,
  NODE_VERSION,
} from '../versions.ts';
import type { App } from './app.ts';
import { registriesOf } from './discovery.ts';
import { usesOf } from './uses.ts';

type Files = Record<string, string>;

/** Files at the root of the workspace. */
export function workspaceFiles(system: System): Files {
  const types = Object.fromEntries(
    enginesOf(system).flatMap(({ connector }) => Object.entries(connector?.devDependencies ?? {})),
  );
  return {
    'package.json': json({
      name: `${system.scope}/services`,
      private: true,
      type: 'module',
      workspaces: ['runtime', 'contracts', 'modules/*', 'apps/*'],
      engines: { node: NODE_VERSION },
      scripts: {
        build: 'tsc',
        lint: 'biome lint --error-on-warnings .',
        test: "node --test --test-isolation=none 'modules/*/test/**/*.test.ts'",
      },
      devDependencies: sorted({ ...DEV_DEPENDENCIES, ...types }),
    }),
    'tsconfig.json': json({
      compilerOptions: {
        target: 'es2024',
        lib: ['es2024'],
        module: 'nodenext',
        types: ['node'],
        strict: true,
        noUncheckedIndexedAccess: true,
        noImplicitOverride: true,
        noFallthroughCasesInSwitch: true,
        noUnusedLocals: true,
        noUnusedParameters: true,
        verbatimModuleSyntax: true,
        erasableSyntaxOnly: true,
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include: ['runtime', 'contracts', 'modules', 'apps'],
    }),
    'biome.json': json({
      $schema: './node_modules/@biomejs/biome/configuration_schema.json',
      files: { includes: ['**', '!**/node_modules', '!**/dist'] },
      // Formatting would rewrite generated files, which are merged line by line with the next generation.
      formatter: { enabled: false },
      assist: { enabled: false },
      linter: { rules: { preset: 'recommended', suspicious: { noExplicitAny: 'error' } } },
    }),
    '.dockerignore': '**/node_modules\n**/test\n**/*.md\n',
  };
}

/** The library that all services stand on: the same in every system, but for the engines in use. */
export function runtimePackage(system: System): Files {
  const engines = enginesOf(system);
  const dependencies = Object.fromEntries(
    engines.flatMap(({ connector }) => Object.entries(connector?.dependencies ?? {})),
  );
  const grpc = system.grpc.servers.size > 0;
  const jobs = hasJobs(system);
  const files: Files = Object.fromEntries(
    Object.entries(runtimeFiles).filter(
      ([path]) => (grpc || !path.startsWith('grpc/')) && (jobs || !path.startsWith('jobs/')),
    ),
  );
  for (const { engine, connector } of engines) {
    for (const [path, text] of Object.entries(connector?.runtime ?? {})) files[`${engine}/${path}`] = text;
  }
  return under('runtime', {
    'package.json': json({
      ...packageHead(`${system.scope}/runtime`),
      imports: { '#runtime': './index.ts' },
      exports: {
        '.': './index.ts',
        './testing': './testing/index.ts',
        ...(grpc ? { './grpc': './grpc/index.ts', './grpc/testing': './grpc/testing.ts' } : {}),
        ...(jobs ? { './jobs': './jobs/index.ts' } : {}),
        ...Object.fromEntries(engines.map(({ engine }) => [`./${engine}`, `./${engine}/index.ts`])),
      },
      dependencies: sorted({
        ...DEPENDENCIES,
        ...(grpc ? GRPC_DEPENDENCIES : {}),
        ...(jobs ? JOB_DEPENDENCIES : {}),
        ...dependencies,
      }),
    }),
    ...files,
  });
}

function hasJobs({ document, services }: System): boolean {
  return [...services.keys()].some((name) => document.components[name]?.kind === 'job');
}

export function contractsPackage(system: System): Files {
  return {
    'contracts/package.json': json({
      ...packageHead(`${system.scope}/contracts`),
      exports: { './*': './*.ts' },
      dependencies: { [`${system.scope}/runtime`]: '*' },
    }),
  };
}

export function modulePackage(service: Service, system: System): Files {
  return {
    [`modules/${service.name}/package.json`]: json({
      ...packageHead(`${system.scope}/${service.name}-module`),
      exports: { '.': './src/index.ts' },
      dependencies: { [`${system.scope}/contracts`]: '*', [`${system.scope}/runtime`]: '*' },
    }),
  };
}

export function appPackage(app: App, system: System): Files {
  const modules = app.services.map(({ name }) => [`${system.scope}/${name}-module`, '*']);
  return {
    [`apps/${app.unit.name}/package.json`]: json({
      ...packageHead(`${system.scope}/${app.unit.name}-app`),
      scripts: scriptsOf(app),
      dependencies: sorted({
        [`${system.scope}/contracts`]: '*',
        [`${system.scope}/runtime`]: '*',
        ...Object.fromEntries(modules),
      }),
    }),
    [`apps/${app.unit.name}/tsconfig.json`]: json({
      extends: '../../tsconfig.json',
      include: ['.', ...modulesOf(app)],
    }),
  };
}

/** What a pipeline runs for one unit: its own code and its modules', so that no other unit's fault stops it. */
function scriptsOf(app: App): Record<string, string> {
  const modules = modulesOf(app);
  return {
    start: 'node src/main.ts',
    build: 'tsc --project .',
    lint: ['biome lint --error-on-warnings .', ...modules].join(' '),
    test: ['node --test --test-isolation=none', ...modules.map((path) => `'${path}/test/**/*.test.ts'`)].join(
      ' ',
    ),
  };
}

/** Folders of a unit's modules, as seen from the unit's own. */
function modulesOf({ services }: App): string[] {
  return services.map(({ name }) => `../../modules/${name}`);
}

/** Files of contracts that a unit's code imports: its own, and those of whom it talks to. */
export function contractsOf(app: App, system: System): string[] {
  const names = app.services.flatMap((service) => {
    const uses = usesOf(service, system);
    return [service.name, ...uses.services.keys(), ...uses.publishes, ...uses.consumes];
  });
  return [...new Set(names)].toSorted();
}

/** Engines that any service of any layout uses, so that the package is the same in all of them. */
function enginesOf(system: System) {
  const used = [...system.services.values()].flatMap((service) => {
    const uses = usesOf(service, system);
    return [...uses.databases, ...uses.caches, ...uses.storages, ...uses.publishes, ...uses.consumes];
  });
  const names = new Set([...used, ...registriesOf(system)]);
  const entries = [...names].flatMap((name) => {
    const component = system.document.components[name];
    return component === undefined ? [] : (system.catalog.deploymentOf(component) ?? []);
  });
  const unique = [...new Set(entries)].map(({ entry, connector }) => ({
    engine: entry.engine ?? entry.kind,
    connector,
  }));
  return unique.toSorted((a, b) => (a.engine < b.engine ? -1 : 1));
}

function packageHead(name: string) {
  return { name, version: '0.0.0', private: true, type: 'module' };
}

function under(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

function sorted<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
