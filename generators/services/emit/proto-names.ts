import type { Service } from '../system/names.ts';

/** Path of a service's `.proto` file among the contracts. */
export function protoPath(service: string): string {
  return `proto/${service}.proto`;
}

/** Package of a service's `.proto` file: a version of its own, as callers may be of another system. */
export function protoPackage({ name }: Service, system: string): string {
  return `${system.replaceAll('-', '_')}.${name.replaceAll('-', '_')}.v1`;
}

/** Full name of a service in its `.proto` file, e.g. `shop.payments.v1.PaymentsService`. */
export function protoService(service: Service, system: string): string {
  return `${protoPackage(service, system)}.${service.type}Service`;
}
