import { z } from 'zod';

/**
 * What Kong's declarative format 3.0 allows of what is generated, with unknown fields refused. Written after the
 * entities' and plugins' documented schemas: https://developer.konghq.com/gateway/entities/ and
 * https://developer.konghq.com/plugins/ (Kong Gateway 3.9).
 */
const name = z.string().regex(/^[0-9a-zA-Z.\-_~]+$/);
const port = z.int().min(0).max(65_535);
const milliseconds = z
  .int()
  .min(1)
  .max(2 ** 31 - 2);
const count = z.int().min(0).max(255);
const statuses = z.array(z.int().min(100).max(999)).min(1);
const header = z.string().regex(/^[A-Za-z0-9_-]+$/);

const plugin = z.discriminatedUnion('name', [
  pluginOf('correlation-id', {
    header_name: header,
    generator: z.enum(['uuid', 'uuid#counter', 'tracker']),
    echo_downstream: z.boolean(),
  }),
  pluginOf('request-size-limiting', {
    allowed_payload_size: z.int().min(1),
    size_unit: z.enum(['megabytes', 'kilobytes', 'bytes']),
    require_content_length: z.boolean(),
  }),
  pluginOf('prometheus', {
    status_code_metrics: z.boolean(),
    latency_metrics: z.boolean(),
    upstream_health_metrics: z.boolean(),
  }),
  pluginOf('cors', {
    origins: z.array(z.string().min(1)).min(1),
    methods: z.array(
      z.enum(['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']),
    ),
    headers: z.array(header),
    exposed_headers: z.array(header),
    max_age: z.int().min(0),
    credentials: z.boolean(),
    preflight_continue: z.boolean(),
  }),
  pluginOf('jwt', {
    key_claim_name: z.string(),
    claims_to_verify: z.array(z.enum(['exp', 'nbf'])),
    header_names: z.array(header),
    uri_param_names: z.array(z.string()),
    run_on_preflight: z.boolean(),
  }),
  pluginOf('key-auth', {
    key_names: z.array(header).min(1),
    key_in_header: z.boolean(),
    key_in_query: z.boolean(),
    key_in_body: z.boolean(),
    hide_credentials: z.boolean(),
    run_on_preflight: z.boolean(),
  }),
  pluginOf('rate-limiting', {
    second: z.number().positive().optional(),
    minute: z.number().positive().optional(),
    hour: z.number().positive().optional(),
    policy: z.enum(['local', 'cluster', 'redis']),
    limit_by: z.enum(['consumer', 'credential', 'ip', 'service', 'header', 'path', 'consumer-group']),
    fault_tolerant: z.boolean(),
  }),
  pluginOf('request-termination', { status_code: z.int().min(100).max(599), message: z.string() }),
]);

function pluginOf<Name extends string, Shape extends z.ZodRawShape>(value: Name, config: Shape) {
  return z.strictObject({ name: z.literal(value), config: z.strictObject(config) });
}

const route = z
  .strictObject({
    name,
    // Patterns begin with a tilde, and are PCRE: of what is generated, JavaScript's are the same.
    paths: z
      .array(
        z
          .string()
          .refine((path) => path.startsWith('/') || (path.startsWith('~/') && isPattern(path.slice(1)))),
      )
      .min(1),
    protocols: z.array(z.enum(['http', 'https', 'grpc', 'grpcs'])).min(1),
    strip_path: z.boolean().optional(),
    preserve_host: z.boolean().optional(),
    regex_priority: z.int().optional(),
    plugins: z.array(plugin).optional(),
  })
  // entity_checks of routes: a gRPC route cannot strip its path.
  .refine(({ protocols, strip_path }) => !protocols.includes('grpc') || strip_path === false);

const check = {
  type: z.enum(['tcp', 'http', 'https', 'grpc', 'grpcs']),
};
const healthy = z.strictObject({
  interval: z.number().min(0).max(65_535).optional(),
  successes: count,
  http_statuses: statuses.optional(),
});
const unhealthy = z.strictObject({
  interval: z.number().min(0).max(65_535).optional(),
  tcp_failures: count,
  timeouts: count,
  http_failures: count,
  http_statuses: statuses.optional(),
});

const upstream = z.strictObject({
  name,
  algorithm: z.enum(['round-robin', 'consistent-hashing', 'least-connections', 'latency']),
  targets: z.array(
    z.strictObject({ target: z.string().regex(/^[a-z0-9.-]+:\d+$/), weight: z.int().min(0).max(65_535) }),
  ),
  healthchecks: z.strictObject({
    active: z.strictObject({
      ...check,
      http_path: z.string().startsWith('/').optional(),
      timeout: z.number().min(0),
      concurrency: z.int().min(1),
      healthy,
      unhealthy,
    }),
    passive: z.strictObject({
      ...check,
      healthy: healthy.omit({ interval: true }),
      unhealthy: unhealthy.omit({ interval: true }),
    }),
  }),
});

const service = z.strictObject({
  name,
  protocol: z.enum(['http', 'https', 'grpc', 'grpcs', 'tcp', 'tls']),
  host: z.string().regex(/^[a-z0-9.-]+$/),
  port,
  connect_timeout: milliseconds,
  read_timeout: milliseconds,
  write_timeout: milliseconds,
  retries: z.int().min(0).max(32_767),
  routes: z.array(route),
});

const consumer = z.strictObject({
  username: z.string().min(1),
  jwt_secrets: z
    .array(
      z.strictObject({ key: z.string(), algorithm: z.enum(['HS256', 'HS384', 'HS512']), secret: z.string() }),
    )
    .optional(),
  keyauth_credentials: z.array(z.strictObject({ key: z.string() })).optional(),
});

export const kongSchema = z
  .strictObject({
    _format_version: z.literal('3.0'),
    _transform: z.boolean(),
    services: z.array(service),
    routes: z.array(route),
    upstreams: z.array(upstream),
    consumers: z.array(consumer),
    plugins: z.array(plugin),
  })
  .superRefine(({ services, routes, upstreams, plugins }, context) => {
    const unique = (what: string, names: readonly string[]) => {
      if (new Set(names).size < names.length) context.addIssue({ code: 'custom', message: `${what} twice` });
    };
    unique(
      'service',
      services.map((one) => one.name),
    );
    unique(
      'route',
      [...routes, ...services.flatMap((one) => one.routes)].map((one) => one.name),
    );
    unique(
      'upstream',
      upstreams.map((one) => one.name),
    );
    unique(
      'plugin',
      plugins.map((one) => one.name),
    );
    const known = new Set(upstreams.map((one) => one.name));
    for (const { host } of services)
      if (!known.has(host)) context.addIssue({ code: 'custom', message: `no upstream ${host}` });
  });

export type KongConfig = z.output<typeof kongSchema>;

function isPattern(text: string): boolean {
  try {
    new RegExp(`^${text}`);
    return true;
  } catch {
    return false;
  }
}
