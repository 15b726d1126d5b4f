import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AnyOperation, OperationContract, ServiceContract } from '../contract.ts';
import { parametersOf, partsOf, usesQuery } from './path.ts';

/**
 * Lets the server answer a service's operations. Two services that share a process may have chosen the same method
 * and path: the one that comes later then answers below its own name, as `/SERVICE/PATH`.
 *
 * @param api the service's operations, by the names in the contract
 */
export function addOperations(
  server: FastifyInstance,
  contract: ServiceContract,
  api: Readonly<Record<string, AnyOperation>>,
): void {
  for (const [name, operation] of Object.entries(contract.operations)) {
    const handler = api[name];
    if (operation.http !== undefined && handler !== undefined)
      addOperation(server, contract.service, operation, operation.http, handler);
  }
}

function addOperation(
  server: FastifyInstance,
  service: string,
  operation: OperationContract,
  { method, path }: NonNullable<OperationContract['http']>,
  handler: AnyOperation,
): void {
  const url = parametersOf(path).reduce((text, field) => text.replace(`{${field}}`, `:${field}`), path);
  const { params, rest } = partsOf(operation);
  server.route({
    method,
    url: server.hasRoute({ method, url }) ? `/${service}${url}` : url,
    config: { service, operation: operation.name },
    schema: {
      ...(params === undefined ? {} : { params }),
      ...(rest === undefined ? {} : usesQuery(method) ? { querystring: rest } : { body: rest }),
      ...(operation.output === undefined ? {} : { response: { 200: operation.output } }),
    },
    handler: async (request, reply) => {
      // Fastify has checked the parts against the schema that the handler's type was made from.
      const answer = await handler(inputOf(request, usesQuery(method)) as never);
      return operation.output === undefined ? reply.code(204).send() : answer;
    },
  });
}

/** The operation's input, put together from where it travelled. The path wins: it is what the gateway saw. */
function inputOf(request: FastifyRequest, query: boolean): object {
  const rest = query ? request.query : request.body;
  return { ...asObject(rest), ...asObject(request.params) };
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
