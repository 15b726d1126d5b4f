import { parseCpu, parseDuration, parseRate, parseSize } from '#model';
import type { PlanContext } from '../container.ts';
import { gatewayRoutes } from '../gateway-routes.ts';
import { corsDirectives, corsMaps } from './cors.ts';
import { errorDirectives } from './errors.ts';
import { DEFAULT_BODY_LIMIT, DEFAULT_TIMEOUT, type NginxComponent } from './fields.ts';
import { HTTP_PORT } from './names.ts';
import { milliseconds, routeLocations } from './routes.ts';
import { block, type Directive, print, statement } from './syntax.ts';

/** Fields of the access log; one JSON object a line. */
const LOG_FIELDS = {
  time: '$time_iso8601',
  requestId: '$correlation_id',
  client: '$remote_addr',
  method: '$request_method',
  path: '$uri',
  status: '$status',
  bytes: '$body_bytes_sent',
  seconds: '$request_time',
  upstream: '$upstream_addr',
  upstreamStatus: '$upstream_status',
  upstreamSeconds: '$upstream_response_time',
  userAgent: '$http_user_agent',
};

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Complete nginx configuration of a gateway. */
export function nginxConf(component: NginxComponent, context: PlanContext, cpu: string): string {
  return print([
    // By the cores that are reserved: `auto` would count those of the whole machine.
    statement('worker_processes', Math.max(1, Math.ceil(parseCpu(cpu)))),
    statement('error_log', 'stderr', 'warn'),
    statement('pid', '/tmp/nginx.pid'),
    block('events', [], [statement('worker_connections', 1024)]),
    block(
      'http',
      [],
      [...httpDirectives(component), block('server', [], serverDirectives(component, context))],
    ),
  ]);
}

function httpDirectives(component: NginxComponent): Directive[] {
  const log = JSON.stringify(LOG_FIELDS);
  return [
    ...TEMPORARY.map((kind) => statement(`${kind}_temp_path`, `/tmp/${kind}`)),
    // Written at the start, from what the container knows of its network.
    statement('include', '/tmp/resolver*.conf'),
    block('map', ['', '$cluster_domain'], [statement('include', '/tmp/cluster-domain*.map')]),
    block(
      'map',
      ['$http_x_request_id', '$correlation_id'],
      [statement('default', '$request_id'), statement('~^[A-Za-z0-9._-]+$', '$http_x_request_id')],
    ),
    block(
      'map',
      ['$http_x_forwarded_proto', '$forwarded_proto'],
      [statement('default', '$scheme'), statement('https', 'https')],
    ),
    ...corsMaps(component['cors-origins']),
    statement('log_format', 'json', 'escape=json', log),
    statement('access_log', '/dev/stdout', 'json'),
    statement('server_tokens', 'off'),
    statement('keepalive_timeout', '65s'),
    statement('client_header_timeout', '10s'),
    statement('client_body_timeout', '10s'),
    statement('send_timeout', '10s'),
    statement('client_max_body_size', Math.floor(parseSize(component['body-limit'] ?? DEFAULT_BODY_LIMIT))),
    ...rateLimit(component['rate-limit']),
  ];
}

/** One bucket per client address. A burst of one second's worth is let through at once. */
function rateLimit(limit: string | undefined): Directive[] {
  if (limit === undefined) return [];
  const perSecond = parseRate(limit);
  const rate =
    perSecond >= 1 ? `${Math.round(perSecond)}r/s` : `${Math.max(1, Math.round(perSecond * 60))}r/m`;
  return [
    statement('limit_req_zone', '$binary_remote_addr', 'zone=per_client:10m', `rate=${rate}`),
    statement('limit_req', 'zone=per_client', `burst=${Math.max(1, Math.round(perSecond))}`, 'nodelay'),
    statement('limit_req_status', 429),
  ];
}

function serverDirectives(component: NginxComponent, context: PlanContext): Directive[] {
  return [
    ...listeners(component, context),
    statement('server_name', '_'),
    ...securityHeaders(),
    ...corsDirectives(component['cors-origins']),
    ...proxyDirectives(component),
    ...errorDirectives(),
    block(
      'location',
      ['=', '/healthz'],
      [
        statement('access_log', 'off'),
        statement('default_type', 'application/json'),
        statement('return', 200, '{"status":"ok"}'),
      ],
    ),
    ...withDefault(routeLocations(component, context)),
  ];
}

/**
 * gRPC needs HTTP/2. The parameter is an older way to say so than the directive `http2`, and is understood by every
 * release; since 1.25.1 the port goes on answering HTTP/1.1 too.
 */
function listeners(component: NginxComponent, context: PlanContext): Directive[] {
  const grpc = gatewayRoutes(component, context).some(({ protocol }) => protocol === 'grpc');
  if (!grpc) return [statement('listen', HTTP_PORT)];
  return [
    statement('listen', HTTP_PORT, 'http2'),
    statement('grpc_read_timeout', milliseconds(parseDuration(component.timeout ?? DEFAULT_TIMEOUT))),
    statement('grpc_connect_timeout', '2s'),
    statement('grpc_set_header', 'X-Request-Id', '$correlation_id'),
  ];
}

function withDefault(locations: Directive[]): Directive[] {
  const hasDefault = locations.some(({ args }) => args.length === 1 && args[0] === '/');
  return hasDefault ? locations : [...locations, block('location', ['/'], [statement('return', 404)])];
}

function securityHeaders(): Directive[] {
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
  };
  return Object.entries({ ...headers, 'X-Request-Id': '$correlation_id' }).flatMap(([name, value]) => [
    // A service that sets the header too would have it sent twice.
    statement('proxy_hide_header', name),
    statement('add_header', name, value, 'always'),
  ]);
}

function proxyDirectives(component: NginxComponent): Directive[] {
  const headers = {
    Host: '$host',
    'X-Request-Id': '$correlation_id',
    'X-Real-IP': '$remote_addr',
    'X-Forwarded-For': '$proxy_add_x_forwarded_for',
    'X-Forwarded-Proto': '$forwarded_proto',
    'X-Forwarded-Host': '$host',
    Connection: '',
  };
  return [
    statement('proxy_http_version', '1.1'),
    ...Object.entries(headers).map(([name, value]) => statement('proxy_set_header', name, value)),
    statement('proxy_connect_timeout', '2s'),
    statement('proxy_send_timeout', '10s'),
    statement('proxy_read_timeout', milliseconds(parseDuration(component.timeout ?? DEFAULT_TIMEOUT))),
    statement('proxy_next_upstream_tries', 2),
  ];
}
