import type { PlanUnit } from '../../plan/plan.ts';
import type { System } from '../system/system.ts';
import { quote } from '../text/code.ts';
import type { App } from './app.ts';

/** Whether one service's calls of another component are made in gRPC: there has to be a `.proto` file for that. */
export function speaksGrpc(from: string, to: string, system: System): boolean {
  return system.services.has(to) && system.grpc.between(from, to);
}

/** Services of a unit that answer gRPC: the plan tells whether anybody outside of it asks. */
export function grpcServices({ components, container }: PlanUnit, system: System): ReadonlySet<string> {
  const asked = container.ports.some(({ name }) => name === 'grpc');
  return new Set(components.filter((name) => asked && system.grpc.servers.has(name)));
}

/** Whose addresses a unit needs, once for each protocol that its services speak to them. */
export function addressesOf(app: App, system: System): { name: string; grpc: boolean }[] {
  return app.remote.flatMap((name) => {
    const callers = app.services.filter((service) => {
      const uses = app.uses.get(service.name);
      return uses?.services.has(name) || uses?.outside.has(name);
    });
    // As the plan names the address: also of existing software, though that cannot be called in gRPC.
    const spoken = new Set(callers.map((service) => system.grpc.between(service.name, name)));
    return [...spoken].map((grpc) => ({ name, grpc }));
  });
}

export function grpcImports(app: App, system: System): string[] {
  const helpers = [
    ...(addressesOf(app, system).some(({ name, grpc }) => grpc && system.services.has(name))
      ? ['createGrpcClient']
      : []),
    ...(app.grpc.size > 0 ? ['createGrpcServer'] : []),
  ];
  return helpers.length === 0
    ? []
    : [`import { ${helpers.join(', ')} } from ${quote(`${system.scope}/runtime/grpc`)};`];
}

/** The statement that makes the unit answer gRPC. */
export function grpcServer({ grpc }: App): string[] {
  return grpc.size === 0
    ? []
    : [
        '  const grpcServer = unit.serve(createGrpcServer(unit, { port: config.grpcPort, host: config.host }));',
      ];
}
