import { type DeploymentCatalog, isExisting } from '#catalog';
import type { ArchDocument, Component, JobComponent, ServiceComponent } from '#model';
import { camelCase, identifiersFor, pascalCase } from '../text/identifiers.ts';
import { type Database, databaseOf } from './databases.ts';
import { type Grpc, grpcOf } from './grpc.ts';
import type { Named, Service } from './names.ts';
import { calledOperations, operationsOf } from './operations.ts';
import { type Queue, queuesOf } from './queues.ts';
import { type Storage, storagesOf } from './storages.ts';

/** All that generated code is made from: the document, with names of code, and defaults in the place of silence. */
export interface System {
  document: ArchDocument;
  catalog: DeploymentCatalog;
  /** Scope of the packages, e.g. `@shop`. */
  scope: string;
  names: ReadonlyMap<string, Named>;
  services: ReadonlyMap<string, Service>;
  databases: ReadonlyMap<string, Database>;
  queues: ReadonlyMap<string, Queue>;
  storages: ReadonlyMap<string, Storage>;
  grpc: Grpc;
}

/** Whether Archwright writes the code of a service or a job. */
export function isGenerated(component: Component | undefined): component is ServiceComponent | JobComponent {
  return (component?.kind === 'service' || component?.kind === 'job') && !isExisting(component);
}

export function systemOf(document: ArchDocument, catalog: DeploymentCatalog): System {
  const names = namesOf(document);
  const components = Object.entries(document.components);
  const called = calledOperations(document);
  const services = new Map(
    components.flatMap(([name, component]): [string, Service][] => {
      const named = names.get(name);
      if (named === undefined || !isGenerated(component)) return [];
      const { description } = component;
      return [[name, { ...named, description, operations: operationsOf(name, component, document, called) }]];
    }),
  );
  const databases = new Map(
    components.flatMap(([name, component]): [string, Database][] => {
      const named = names.get(name);
      return named !== undefined && component.kind === 'database'
        ? [[name, databaseOf(named, component, [...services.values()])]]
        : [];
    }),
  );
  return {
    document,
    catalog,
    scope: `@${document.name}`,
    names,
    services,
    databases,
    queues: queuesOf(document, names, [...services.values()]),
    storages: storagesOf(document, names, [...services.values()]),
    grpc: grpcOf(document, services),
  };
}

function namesOf(document: ArchDocument): Map<string, Named> {
  const ids = identifiersFor(Object.keys(document.components), camelCase);
  return new Map([...ids].map(([name, id]) => [name, { name, id, type: pascalCase(id) }]));
}
