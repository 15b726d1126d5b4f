import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { createContext, runInContext } from '../context.ts';
import { DomainError, messageOf, UnavailableError } from '../errors.ts';
import type { Health } from '../health.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type OpenSpan, openSpan, type SpanOptions } from '../tracing/span.ts';

const BODY_LIMIT_BYTES = 1_048_576;
const REQUEST_TIMEOUT_MS = 30_000;
const PROBES: readonly string[] = ['/healthz', '/readyz', '/metrics'];

declare module 'fastify' {
  interface FastifyContextConfig {
    service?: string;
    operation?: string;
  }
  interface FastifyRequest {
    /** The request's context and span; `undefined`: a probe's. */
    origin: OpenSpan | undefined;
    failure: unknown;
  }
}

export interface ServerOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
}

/** Makes the unit's HTTP server, with its probes; operations are added by `addOperations`. */
export function createServer({ log, metrics, health }: ServerOptions): FastifyInstance {
  // A line per request is for debugging; the metrics count them.
  const level = log.level === 'info' ? 'warn' : log.level;
  const loggerInstance: FastifyBaseLogger = log.child({}, { level });
  const server = fastify({
    loggerInstance,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // Turned away by a hook instead, which says that nothing was done.
    return503OnClosing: false,
    // Contracts grow: fields that this version does not know yet pass.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
  });
  addContext(server, metrics);
  server.addHook('preHandler', async (request, reply) => {
    if (PROBES.includes(request.url) || (health.started && !health.stopping)) return;
    reply.header('retry-after', '1');
    throw new UnavailableError(health.stopping ? 'Stopping.' : 'Still starting.');
  });
  addErrors(server, log);
  addProbes(server, metrics, health);
  return server;
}

/** Works on each request in its context and span, and measures it. */
function addContext(server: FastifyInstance, metrics: Metrics): void {
  server.decorateRequest('origin', undefined);
  server.decorateRequest('failure', undefined);
  server.addHook('onRequest', async (request, reply) => {
    const { service, operation } = request.routeOptions.config;
    const { 'x-request-id': requestId, traceparent, tracestate } = request.headers;
    const context = createContext({ requestId, traceparent, tracestate }, service);
    reply.header('x-request-id', context.requestId);
    if (service === undefined || operation === undefined) return;
    request.origin = openSpan(spanOf(request, service, operation), context);
  });
  // Only now, as reading the body leaves the context.
  server.addHook('preValidation', (request, _reply, next) => {
    if (request.origin === undefined) next();
    else runInContext(request.origin.context, next);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { service, operation } = request.routeOptions.config;
    if (service === undefined || operation === undefined) return;
    const labels = { service, operation, method: request.method, status: String(reply.statusCode) };
    metrics.requestDuration.observe(labels, reply.elapsedTime / 1000);
    request.origin?.set({ 'http.response.status_code': reply.statusCode });
    request.origin?.end(request.failure);
  });
}

/** https://opentelemetry.io/docs/specs/semconv/http/http-spans/ */
function spanOf(
  { method, url, routeOptions }: FastifyRequest,
  service: string,
  operation: string,
): SpanOptions {
  const route = routeOptions.url ?? '';
  return {
    name: `${method} ${route}`,
    kind: 'server',
    service,
    attributes: {
      'http.request.method': method,
      'http.route': route,
      'url.path': url.split('?', 1)[0] ?? '',
      'url.scheme': 'http',
      operation,
    },
  };
}

/** Failures leave as problem documents (RFC 9457); what went wrong inside stays inside. */
function addErrors(server: FastifyInstance, log: Log): void {
  const problem = (status: number, title: string, detail: string) => ({
    type: 'about:blank',
    title,
    status,
    detail,
  });
  server.setErrorHandler((error, request, reply) => {
    request.failure = error;
    reply.type('application/problem+json');
    if (error instanceof DomainError) {
      if (error.status >= 500) log.warn({ err: error }, 'request failed');
      return reply.code(error.status).send(problem(error.status, error.title, error.message));
    }
    const status = statusOf(error);
    if (status < 500) return reply.code(status).send(problem(status, 'Invalid request', messageOf(error)));
    log.error({ err: error }, 'request failed unexpectedly');
    return reply.code(500).send(problem(500, 'Internal error', 'Something went wrong on our side.'));
  });
  server.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send(problem(404, 'Not found', `Nothing answers ${request.method} here.`)),
  );
}

/** Status that Fastify gives errors of its own, such as a body that is no JSON. */
function statusOf(error: unknown): number {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

function addProbes(server: FastifyInstance, metrics: Metrics, health: Health): void {
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
