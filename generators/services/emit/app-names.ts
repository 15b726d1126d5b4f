import { addressVariable } from '../../plan/context.ts';
import type { System } from '../system/system.ts';
import type { App } from './app.ts';

export function engineOf(name: string, system: System): string {
  const component = system.document.components[name];
  return component === undefined ? '' : (system.catalog.entryOf(component).engine ?? component.kind);
}

export const connectName = (connect: string, engine: string) =>
  `${connect.replace('connect', `connect${engine.replace(/^[a-z]/, (first) => first.toUpperCase())}`)}`;
export const resourceName = (name: string, system: System) => `${system.names.get(name)?.id ?? name}Resource`;
export const variableOf = (name: string, grpc = false) => addressVariable(name, grpc ? 'grpc' : undefined);

/** Every user of a database opens it in its own way: told apart by the service where a unit has several. */
export function openName(database: string, service: string, app: App, system: System): string {
  const users = [...app.uses.values()].filter(({ databases }) => databases.has(database)).length;
  return toldApart(`open${system.names.get(database)?.type}`, users, service, system);
}

/** Type of what a cache holds for a service. */
export function entriesName(cache: string, service: string, app: App, system: System): string {
  const users = [...app.uses.values()].filter(({ caches }) => caches.has(cache)).length;
  return toldApart(`${system.names.get(cache)?.type}Entries`, users, service, system);
}

function toldApart(name: string, users: number, service: string, system: System): string {
  return users > 1 ? `${name}For${system.names.get(service)?.type}` : name;
}

/** Code of several lines behind the start of a statement in a function. */
export function indentRest(code: string): string {
  return code.replaceAll('\n', '\n  ');
}
