import type { GeneratedFile, GeneratorInput, Target } from '../target.ts';
import type { App } from './emit/app.ts';
import { appOf } from './emit/app-of.ts';
import { asyncapiFile } from './emit/asyncapi.ts';
import { contractFile, queueFile } from './emit/contract.ts';
import { dockerfile } from './emit/dockerfile.ts';
import { mainFile } from './emit/main.ts';
import { migrationFiles } from './emit/migrations.ts';
import { databaseFile, handlerFile, moduleFile, moduleIndexFile, portsFile } from './emit/module.ts';
import { openapiFile } from './emit/openapi.ts';
import { protoFile } from './emit/proto.ts';
import { protoPath } from './emit/proto-names.ts';
import { contractTestFile, handlerTestFile, testPortsFile } from './emit/tests.ts';
import { usesOf } from './emit/uses.ts';
import {
  appPackage,
  contractsPackage,
  modulePackage,
  runtimePackage,
  workspaceFiles,
} from './emit/workspace.ts';
import { analyse } from './program/analysis.ts';
import type { Facts } from './program/facts.ts';
import type { Service } from './system/names.ts';
import { type System, systemOf } from './system/system.ts';

const FOLDER = 'services';

/** TypeScript services: an npm workspace of business modules, and of programs that pack them as the layout says. */
export const services: Target = {
  id: 'services',
  title: 'Services',
  description: 'TypeScript services with contracts, migrations, tests and Dockerfiles.',
  emit,
};

function emit({ document, plan, catalog }: GeneratorInput): GeneratedFile[] {
  const system = systemOf(document, catalog);
  if (system.services.size === 0) return [];
  const facts = analyse(system);
  const apps = plan.units
    .filter(({ components }) => components.some((name) => system.services.has(name)))
    .map((unit) => appOf(unit, plan, system));
  return [
    ...owned('tool', workspaceFiles(system)),
    ...owned('tool', runtimePackage(system)),
    ...owned('tool', contractsPackage(system)),
    ...[...system.queues.values()].flatMap((queue) =>
      owned('tool', {
        [`contracts/${queue.name}.ts`]: queueFile(queue, system.scope),
        [`contracts/asyncapi/${queue.name}.json`]: asyncapiFile(queue, system),
      }),
    ),
    ...[...system.services.values()].flatMap((service) => serviceFiles(service, system, facts)),
    ...apps.flatMap((app) => appFiles(app, system)),
  ];
}

function serviceFiles(service: Service, system: System, facts: Facts): GeneratedFile[] {
  const { name, operations } = service;
  const folder = `modules/${name}`;
  const databases = [...usesOf(service, system).databases].flatMap(
    (database) => system.databases.get(database) ?? [],
  );
  return [
    ...owned('tool', {
      [`contracts/${name}.ts`]: contractFile(service, system.scope, facts),
      ...(system.grpc.servers.has(name)
        ? { [`contracts/${protoPath(name)}`]: protoFile(service, facts) }
        : {}),
      [`contracts/openapi/${name}.json`]: openapiFile(service, system.document.name, facts),
      ...modulePackage(service, system),
      [`${folder}/src/index.ts`]: moduleIndexFile(service, system),
      [`${folder}/src/module.ts`]: moduleFile(service, system),
      [`${folder}/src/ports.ts`]: portsFile(service, facts),
      ...Object.fromEntries(
        databases.map((database) => [
          `${folder}/src/databases/${database.name}.ts`,
          databaseFile(database, facts),
        ]),
      ),
      ...Object.assign(
        {},
        ...databases.map((database) =>
          migrationFiles(`${folder}/migrations/${database.name}`, database, facts),
        ),
      ),
      [`${folder}/test/ports.ts`]: testPortsFile(service, facts),
      [`${folder}/test/contract.test.ts`]: contractTestFile(service, system),
    }),
    ...operations.flatMap((operation) =>
      owned('user', {
        [`${folder}/src/handlers/${operation.name}.ts`]: handlerFile(operation, service, facts),
        [`${folder}/test/handlers/${operation.name}.test.ts`]: handlerTestFile(operation, service, system),
      }),
    ),
  ];
}

function appFiles(app: App, system: System): GeneratedFile[] {
  const folder = `apps/${app.unit.name}`;
  return owned('tool', {
    ...appPackage(app, system),
    [`${folder}/Dockerfile`]: dockerfile(app, system),
    [`${folder}/src/main.ts`]: mainFile(app, system),
  });
}

function owned(owner: GeneratedFile['owner'], files: Readonly<Record<string, string>>): GeneratedFile[] {
  return Object.entries(files).map(([path, content]) => ({ path: `${FOLDER}/${path}`, content, owner }));
}
