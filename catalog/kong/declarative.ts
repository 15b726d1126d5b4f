import { parseDuration, parseSize } from '#model';
import type { PlanContext } from '../container.ts';
import { type GatewayRoute, gatewayRoutes, INTERNAL_PATHS } from '../gateway-routes.ts';
import { toYaml } from '../yaml.ts';
import { consumersOf } from './consumers.ts';
import { DEFAULT_BODY_LIMIT, DEFAULT_TIMEOUT, type KongComponent } from './fields.ts';
import { globalPlugins } from './plugins.ts';
import { upstreamOf } from './upstream.ts';

const CONNECT_TIMEOUT_MS = 2_000;
const DEFAULT_RETRIES = 1;
const MI = 2 ** 20;
/** Among patterns, the one with the highest priority wins: the longest path, and own answers before all. */
const OWN_PRIORITY = 1_000;

/**
 * Kong's whole configuration, in its declarative format 3.0:
 * https://developer.konghq.com/gateway/db-less-mode/. Credentials stand in it as `${NAME}`.
 */
export function declarative(component: KongComponent, context: PlanContext): string {
  const routes = gatewayRoutes(component, context);
  const targets = new Map(routes.map((route) => [serviceName(route), route]));
  const megabytes = parseSize(component['body-limit'] ?? DEFAULT_BODY_LIMIT) / MI;
  return toYaml(
    {
      _format_version: '3.0',
      _transform: true,
      services: [...targets].map(([name, target]) => ({
        name,
        protocol: target.protocol === 'grpc' ? 'grpc' : 'http',
        // The upstream's name: its targets and checks follow below.
        host: `${name}.upstream`,
        port: target.port,
        connect_timeout: CONNECT_TIMEOUT_MS,
        ...timeouts(target.timeoutMs ?? parseDuration(component.timeout ?? DEFAULT_TIMEOUT)),
        // Of requests that may be sent again: Kong repeats only what did not arrive, or is idempotent.
        retries: target.retries ?? DEFAULT_RETRIES,
        routes: routes.filter((route) => serviceName(route) === name).map(routeOf),
      })),
      routes: INTERNAL_PATHS.filter((path) => component.routes?.[path] === undefined).map(hidden),
      upstreams: [...targets].map(([name, target]) => upstreamOf(`${name}.upstream`, target, context)),
      consumers: consumersOf(component, context.name),
      plugins: globalPlugins(component, Math.max(1, Math.ceil(megabytes * 1024))),
    },
    ['Written by Archwright from the document: change it there.'],
  );
}

/** A service may be spoken to in two protocols: for Kong these are two services. */
function serviceName({ service, protocol }: GatewayRoute): string {
  return protocol === 'grpc' ? `${service}.grpc` : service;
}

function timeouts(milliseconds: number) {
  const whole = Math.max(1, Math.round(milliseconds));
  return { read_timeout: whole, write_timeout: whole };
}

function routeOf({ path, protocol }: GatewayRoute): object {
  const common = {
    name: nameOf(path),
    paths: [patternOf(path)],
    strip_path: false,
    regex_priority: path.length,
  };
  return protocol === 'grpc'
    ? { ...common, protocols: ['grpc', 'grpcs'] }
    : { ...common, protocols: ['http', 'https'], preserve_host: true };
}

/** `/orders` answers `/orders` and all below it, not `/orders-of-others`: Kong's plain prefixes would. */
function patternOf(path: string): string {
  const literal = path.replace(/[.~]/g, '\\$&');
  return path.endsWith('/') || path.endsWith('.') ? `~${literal}` : `~${literal}(?:/|$)`;
}

/** Two paths never have the same name: what a name may not hold is written as its code. */
function nameOf(path: string): string {
  return `route${path.replace(/[^A-Za-z0-9.]/g, (character) => `-${character.charCodeAt(0).toString(16)}-`)}`;
}

/** The services' own affairs, whatever is routed to them. */
function hidden(path: string): object {
  return {
    name: nameOf(`${path} hidden`),
    paths: [`~${path}$`],
    protocols: ['http', 'https'],
    regex_priority: OWN_PRIORITY,
    plugins: [{ name: 'request-termination', config: { status_code: 404, message: 'Not Found' } }],
  };
}
