import { CORS_HEADERS, CORS_MAX_AGE, CORS_METHODS } from '../gateway-fields.ts';
import { block, type Directive, statement } from './syntax.ts';

const ANSWER = {
  'Access-Control-Allow-Origin': '$cors_origin',
  'Access-Control-Expose-Headers': '$cors_exposed',
  'Access-Control-Allow-Methods': '$cors_methods',
  'Access-Control-Allow-Headers': '$cors_headers',
  'Access-Control-Max-Age': '$cors_max_age',
};

/**
 * Maps that say who may call from a browser (https://fetch.spec.whatwg.org/#http-cors-protocol). A header whose
 * variable is empty is not sent.
 */
export function corsMaps(origins: readonly string[] | undefined): Directive[] {
  if (origins === undefined || origins.length === 0) return [];
  const known = origins.includes('*')
    ? [statement('default', '*')]
    : [statement('default', ''), ...origins.map((origin) => statement(origin, '$http_origin'))];
  const onlyAsked = (variable: string, value: string) =>
    block('map', ['$cors_preflight', variable], [statement('default', ''), statement('1', value)]);
  return [
    block('map', ['$http_origin', '$cors_origin'], known),
    block(
      'map',
      ['$cors_origin', '$cors_exposed'],
      [statement('default', ''), statement('~.', 'X-Request-Id')],
    ),
    // What a browser asks before it sends what a form could not: RFC 9110 has no other use of OPTIONS for pages.
    block(
      'map',
      ['$request_method:$cors_origin:$http_access_control_request_method', '$cors_preflight'],
      [statement('default', ''), statement('~^OPTIONS:.+:.+$', '1')],
    ),
    onlyAsked('$cors_methods', CORS_METHODS.join(', ')),
    onlyAsked('$cors_headers', CORS_HEADERS.join(', ')),
    onlyAsked('$cors_max_age', String(CORS_MAX_AGE)),
  ];
}

/** Headers that the gateway sends instead of the services, and its answer to a browser's question. */
export function corsDirectives(origins: readonly string[] | undefined): Directive[] {
  if (origins === undefined || origins.length === 0) return [];
  return [
    ...Object.entries(ANSWER).flatMap(([name, value]) => [
      statement('proxy_hide_header', name),
      statement('add_header', name, value, 'always'),
    ]),
    // The answer differs by who asks: caches must know.
    ...(origins.includes('*') ? [] : [statement('add_header', 'Vary', 'Origin', 'always')]),
    block('if', ['($cors_preflight)'], [statement('return', 204)]),
  ];
}
