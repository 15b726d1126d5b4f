import type { ServiceComponent } from '#model';

/** Port of generated services, and of existing ones that name none. */
export const SERVICE_PORT = 8080;

/** Port at which generated services answer gRPC. */
export const GRPC_PORT = 50051;

/** Port that a service listens on. Generated services always use the same. */
export function portOf(component: ServiceComponent, protocol?: string): number {
  if (isExisting(component)) return component.port ?? SERVICE_PORT;
  return protocol === 'grpc' ? GRPC_PORT : SERVICE_PORT;
}

/** Whether a service or a job is software that already exists, rather than generated from its operations. */
export function isExisting(component: Pick<ServiceComponent, 'image' | 'build'>): boolean {
  return component.image !== undefined || component.build !== undefined;
}
