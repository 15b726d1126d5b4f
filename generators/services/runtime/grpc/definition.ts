import { fileURLToPath } from 'node:url';
import type { MethodDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { OperationContract, ServiceContract } from '../contract.ts';
import { type Codec, codecOf } from './codec.ts';

/** An operation as gRPC knows it. */
export interface Rpc {
  /** Method's name, e.g. `CreateOrder`. */
  readonly name: string;
  readonly operation: OperationContract;
  readonly method: MethodDefinition<object, object>;
  readonly request: Codec;
  readonly response: Codec;
}

/** A service as gRPC knows it. */
export interface RpcService {
  /** Full name, e.g. `shop.payments.v1.PaymentsService`. */
  readonly name: string;
  /** By the names of the contract's operations. */
  readonly rpcs: ReadonlyMap<string, Rpc>;
}

/**
 * Reads a contract's `.proto` file.
 *
 * @throws Error where the contract has none, or it lacks what the contract promises
 */
export function definitionOf({ service, grpc, operations }: ServiceContract): RpcService {
  if (grpc === undefined) throw new Error(`${service} has no contract for gRPC.`);
  const definition = loadSync(fileURLToPath(grpc.proto), {
    keepCase: true,
    // As numbers, as in JSON: both are exact up to 2^53.
    longs: Number,
    defaults: true,
  })[grpc.service];
  if (definition === undefined || 'format' in definition)
    throw new Error(`${grpc.proto.pathname} has no service ${grpc.service}.`);
  const rpcs = Object.entries(operations).flatMap(([name, operation]): [string, Rpc][] => {
    if (operation.rpc === undefined) return [];
    const method = definition[operation.rpc];
    if (method === undefined) throw new Error(`${grpc.service} has no method ${operation.rpc}.`);
    const { input, output, rpc } = operation;
    return [[name, { name: rpc, operation, method, request: codecOf(input), response: codecOf(output) }]];
  });
  return { name: grpc.service, rpcs: new Map(rpcs) };
}

/** https://opentelemetry.io/docs/specs/semconv/rpc/grpc/ */
export function rpcAttributes(service: string, { name, operation }: Rpc) {
  return { 'rpc.system': 'grpc', 'rpc.service': service, 'rpc.method': name, operation: operation.name };
}
