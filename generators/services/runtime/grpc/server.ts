import {
  type handleUnaryCall,
  type Metadata,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { createContext, type RequestContext, runInContext } from '../context.ts';
import type { AnyOperation, ServiceContract } from '../contract.ts';
import { DomainError, InvalidError, UnavailableError } from '../errors.ts';
import { validatorOf } from '../schema.ts';
import { openSpan } from '../tracing/span.ts';
import type { Endpoint, Unit } from '../unit.ts';
import { definitionOf, type Rpc, type RpcService, rpcAttributes } from './definition.ts';
import { statusOf } from './failure.ts';

const MESSAGE_LIMIT_BYTES = 1_048_576;
/** Longest that requests under way may take when the unit stops. */
const STOP_MS = 10_000;
/** How often who watches the health service is told how the unit is. */
const HEALTH_MS = 5_000;
const OPTIONS = {
  'grpc.max_receive_message_length': MESSAGE_LIMIT_BYTES,
  // Callers connect anew from time to time, and so get to know replicas that have come since.
  'grpc.max_connection_age_ms': 60_000,
  'grpc.max_connection_age_grace_ms': 30_000,
  // Callers ask every 20 s whether the connection still lives; they may.
  'grpc.keepalive_permit_without_calls': 1,
} as const;

export interface GrpcOptions {
  readonly port: number;
  readonly host: string;
}

/** Makes the unit's gRPC server, with the standard health service (grpc.health.v1). Its services are mounted with it. */
export function createGrpcServer(
  unit: Pick<Unit, 'health' | 'log' | 'metrics'>,
  { port, host }: GrpcOptions,
): Endpoint {
  const server = new Server(OPTIONS);
  const health = new HealthImplementation({ '': 'NOT_SERVING' });
  health.addToServer(server);
  const services = [''];
  const tell = async () => {
    const { ready } = await unit.health.report();
    for (const service of services) health.setStatus(service, ready ? 'SERVING' : 'NOT_SERVING');
  };
  let telling: NodeJS.Timeout | undefined;

  return {
    add(contract, api) {
      const definition = definitionOf(contract);
      services.push(definition.name);
      health.setStatus(definition.name, 'NOT_SERVING');
      const implementation: UntypedServiceImplementation = {};
      const methods: Record<string, Rpc['method']> = {};
      for (const [name, rpc] of definition.rpcs) {
        const handler = api[name];
        if (handler === undefined) continue;
        methods[rpc.name] = rpc.method;
        implementation[rpc.name] = answerOf(rpc, handler, { definition, contract, unit });
      }
      server.addService(methods, implementation);
    },
    async start() {
      const bound = await new Promise<number>((resolve, reject) => {
        server.bindAsync(
          `${host.includes(':') ? `[${host}]` : host}:${port}`,
          ServerCredentials.createInsecure(),
          (error, number) => (error === null ? resolve(number) : reject(error)),
        );
      });
      telling = setInterval(() => void tell(), HEALTH_MS).unref();
      return `grpc://${host}:${bound}`;
    },
    ready: () => void tell(),
    async stop() {
      clearInterval(telling);
      for (const service of services) health.setStatus(service, 'NOT_SERVING');
      const force = setTimeout(() => server.forceShutdown(), STOP_MS);
      await new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
      clearTimeout(force);
    },
  };
}

interface Serving {
  definition: RpcService;
  contract: ServiceContract;
  unit: Pick<Unit, 'health' | 'log' | 'metrics'>;
}

/** Answers one method: in the caller's context, with the input checked, and with the runtime's errors as statuses. */
function answerOf(
  rpc: Rpc,
  handler: AnyOperation,
  { definition, contract, unit }: Serving,
): handleUnaryCall<object, object> {
  const problemsOf = validatorOf(rpc.operation.input);
  const labels = { service: contract.service, operation: rpc.operation.name };
  const span = {
    name: `${definition.name}/${rpc.name}`,
    kind: 'server',
    service: contract.service,
    attributes: rpcAttributes(definition.name, rpc),
  } as const;
  return async (call, callback) => {
    const stop = unit.metrics.grpcDuration.startTimer(labels);
    const { context, ...opened } = openSpan(
      span,
      contextOf(call.metadata, call.getDeadline(), contract.service),
    );
    const end = (code: status, error?: unknown) => {
      stop({ code: status[code] });
      opened.set({ 'rpc.grpc.status_code': code });
      opened.end(error);
    };
    let begun = false;
    try {
      if (unit.health.stopping || !unit.health.started) throw new UnavailableError('Starting or stopping.');
      const input = rpc.request.decode(call.request);
      const problems = problemsOf(input);
      if (problems.length > 0) throw new InvalidError(problems.join(', '));
      begun = true;
      // The input has just been checked against the schema that the handler's type was made from.
      const answer = await runInContext(context, () => handler(input as never));
      end(status.OK);
      callback(null, rpc.response.encode(answer) as object);
    } catch (error) {
      const failure = statusOf(error, begun);
      runInContext(context, () => report(error, unit));
      end(failure.code ?? status.UNKNOWN, error);
      callback(failure);
    }
  };
}

function contextOf(metadata: Metadata, deadline: Date | number, service: string): RequestContext {
  const first = (name: string) => metadata.get(name)[0];
  return createContext(
    {
      requestId: first('x-request-id'),
      traceparent: first('traceparent'),
      tracestate: first('tracestate'),
      deadline: Number(deadline),
    },
    service,
  );
}

function report(error: unknown, { log }: Serving['unit']): void {
  if (!(error instanceof DomainError)) log.error({ err: error }, 'request failed unexpectedly');
  else if (error.status >= 500) log.warn({ err: error }, 'request failed');
}
