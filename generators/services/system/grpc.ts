import type { ArchDocument } from '#model';

/** Who speaks gRPC to whom, as far as the drawing tells: the same in every layout. */
export interface Grpc {
  /** Services that answer gRPC. */
  servers: ReadonlySet<string>;
  /** Whether calls from one component to another are made in gRPC. */
  between(from: string, to: string): boolean;
}

/** The first connection between two components says what their calls speak, as in the model's edges. */
export function grpcOf({ connections }: ArchDocument, services: ReadonlyMap<string, unknown>): Grpc {
  const first = new Map<string, string | undefined>();
  for (const { from, to, protocol } of connections) {
    const pair = `${from} ${to}`;
    if (!first.has(pair)) first.set(pair, protocol);
  }
  const spoken = connections.filter(({ to, protocol }) => protocol === 'grpc' && services.has(to));
  return {
    servers: new Set(spoken.map(({ to }) => to)),
    between: (from, to) => first.get(`${from} ${to}`) === 'grpc',
  };
}
