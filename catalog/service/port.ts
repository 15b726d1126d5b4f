import type { ServiceComponent } from '#model';

/** Port of generated services, and of existing ones that name none. */
export const SERVICE_PORT = 8080;

/** Port that a service listens on. Generated services always use the same. */
export function portOf(component: ServiceComponent): number {
  return isExisting(component) ? (component.port ?? SERVICE_PORT) : SERVICE_PORT;
}

/** Whether a service is software that already exists, rather than generated from its operations. */
export function isExisting(component: ServiceComponent): boolean {
  return component.image !== undefined || component.build !== undefined;
}
