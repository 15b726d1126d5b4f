import { Client, credentials, type CallOptions as GrpcCallOptions, Metadata } from '@grpc/grpc-js';
import { type CallOptions, createCaller } from '../calls/caller.ts';
import { outgoingHeaders } from '../context.ts';
import type { ServiceContract } from '../contract.ts';
import { atInstance } from '../discovery/failover.ts';
import { InvalidError, UpstreamError } from '../errors.ts';
import { validatorOf } from '../schema.ts';
import { inSpan } from '../tracing/span.ts';
import { definitionOf, type Rpc, rpcAttributes } from './definition.ts';
import { failureOfStatus } from './failure.ts';

/** As much as an HTTP request may hold. */
const MESSAGE_LIMIT_BYTES = 1_048_576;
const CHANNEL = {
  // Every replica that DNS names, in turn: one connection alone would stay with one replica.
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 2_000,
  // Notices within seconds that the other side is gone, though it never said so.
  'grpc.keepalive_time_ms': 20_000,
  'grpc.keepalive_timeout_ms': 5_000,
  // Retries are the caller's, which knows what may be repeated.
  'grpc.enable_retries': 0,
  'grpc.enable_http_proxy': 0,
  'grpc.max_receive_message_length': MESSAGE_LIMIT_BYTES,
} as const;

/**
 * Makes the remote form of a service's interface over gRPC: with deadlines, and with the retries and circuit breaker of
 * every call (see `createCaller`).
 *
 * @param options `url`: `grpc://HOST:PORT`, or `grpcs://` for TLS by the certificates that Node.js trusts
 * @returns an object with a method for each operation that answers gRPC
 */
export function createGrpcClient<Api extends object>(contract: ServiceContract, options: CallOptions): Api {
  const target = contract.service;
  const { name: service, rpcs } = definitionOf(contract);
  const caller = createCaller(target, options);
  const channelTo = channels();
  const methods = Object.entries(contract.operations).map(([name, operation]) => {
    const rpc = rpcs.get(name);
    const problemsOf = validatorOf(operation.input);
    const call = caller(operation, async (input, timeoutMs) => {
      if (rpc === undefined) throw new UpstreamError(`${target}.${operation.name} does not speak gRPC.`);
      // Protobuf would round and drop silently what is not of the field's type.
      const problems = problemsOf(input);
      if (problems.length > 0) throw new InvalidError(problems.join(', '));
      const span = {
        name: `${service}/${rpc.name}`,
        kind: 'client',
        attributes: { ...rpcAttributes(service, rpc), 'service.peer.name': target },
      } as const;
      const message = rpc.request.encode(input) as object;
      const attempt = async (url: string) => {
        try {
          return await unary(channelTo(url), rpc, message, { deadline: Date.now() + timeoutMs });
        } catch (error) {
          throw failureOfStatus(target, error, timeoutMs);
        }
      };
      return inSpan(span, async () =>
        rpc.response.decode(await atInstance({ ...options, target, spoken: 'grpc' }, attempt)),
      );
    });
    return [name, call];
  });
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}

function unary(client: Client, { method }: Rpc, message: object, options: GrpcCallOptions): Promise<object> {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(outgoingHeaders())) metadata.set(name, value);
  return new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = method;
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      message,
      metadata,
      options,
      (error, answer) => {
        if (error !== null) reject(error);
        else resolve(answer ?? {});
      },
    );
  });
}

/** Connections by address, each opened when it is first needed. */
function channels(): (url: string) => Client {
  const open = new Map<string, Client>();
  return (url) => {
    const known = open.get(url);
    if (known !== undefined) return known;
    const { protocol, host } = new URL(url);
    const security = protocol === 'grpcs:' ? credentials.createSsl() : credentials.createInsecure();
    const client = new Client(`dns:///${host}`, security, CHANNEL);
    open.set(url, client);
    return client;
  };
}
