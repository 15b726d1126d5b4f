import { parseRate } from '#model';
import { CORS_HEADERS, CORS_MAX_AGE, CORS_METHODS } from '../gateway-fields.ts';
import type { KongComponent } from './fields.ts';

const HEADER = 'X-Request-Id';

/** Plugins that every request goes through; Kong has an order of its own for them. */
export function globalPlugins(component: KongComponent, bodyKilobytes: number): object[] {
  const { auth = 'none' } = component;
  const origins = component['cors-origins'] ?? [];
  return [
    { name: 'correlation-id', config: { header_name: HEADER, generator: 'uuid', echo_downstream: true } },
    {
      name: 'request-size-limiting',
      config: { allowed_payload_size: bodyKilobytes, size_unit: 'kilobytes', require_content_length: false },
    },
    {
      name: 'prometheus',
      config: { status_code_metrics: true, latency_metrics: true, upstream_health_metrics: true },
    },
    ...(origins.length === 0 ? [] : [{ name: 'cors', config: cors(origins) }]),
    ...(auth === 'jwt' ? [{ name: 'jwt', config: JWT }] : []),
    ...(auth === 'key' ? [{ name: 'key-auth', config: KEY_AUTH }] : []),
    ...(component['rate-limit'] === undefined
      ? []
      : [{ name: 'rate-limiting', config: rateLimiting(component['rate-limit'], auth !== 'none') }]),
  ];
}

const JWT = {
  // The token's issuer is the consumer; a token that never expires is none.
  key_claim_name: 'iss',
  claims_to_verify: ['exp'],
  header_names: ['authorization'],
  uri_param_names: [],
  // A browser's question (CORS) brings no token.
  run_on_preflight: false,
};

const KEY_AUTH = {
  key_names: ['x-api-key'],
  key_in_header: true,
  // Addresses end up in logs.
  key_in_query: false,
  key_in_body: false,
  hide_credentials: true,
  run_on_preflight: false,
};

function cors(origins: readonly string[]): object {
  return {
    origins: origins.includes('*') ? ['*'] : origins,
    methods: [...CORS_METHODS],
    headers: [...CORS_HEADERS],
    exposed_headers: [HEADER],
    max_age: CORS_MAX_AGE,
    credentials: false,
    preflight_continue: false,
  };
}

/** Counted by each replica for itself: a shared count would need a database. */
function rateLimiting(limit: string, byConsumer: boolean): object {
  const perSecond = parseRate(limit);
  const count =
    perSecond >= 1
      ? { second: Math.round(perSecond) }
      : perSecond * 60 >= 1
        ? { minute: Math.round(perSecond * 60) }
        : { hour: Math.max(1, Math.round(perSecond * 3600)) };
  return { ...count, policy: 'local', limit_by: byConsumer ? 'consumer' : 'ip', fault_tolerant: true };
}
