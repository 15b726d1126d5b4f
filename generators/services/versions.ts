/**
 * Packages that generated services stand on, in the very versions that their runtime was tested with. Engines bring
 * their own (see `Connector`).
 */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
  '@opentelemetry/api': '1.10.0',
  '@opentelemetry/exporter-trace-otlp-http': '0.301.0',
  '@opentelemetry/resources': '3.1.0',
  '@opentelemetry/sdk-trace': '3.1.0',
  ajv: '8.20.0',
  'ajv-formats': '3.0.1',
  cockatiel: '3.2.1',
  fastify: '5.12.8',
  pino: '10.4.0',
  'prom-client': '15.1.3',
};

/** What speaking gRPC takes besides, in systems where any service does. */
export const GRPC_DEPENDENCIES: Readonly<Record<string, string>> = {
  '@grpc/grpc-js': '1.14.7',
  '@grpc/proto-loader': '0.8.1',
  'grpc-health-check': '2.1.0',
};

/** What keeping a schedule takes besides, in systems with jobs. */
export const JOB_DEPENDENCIES: Readonly<Record<string, string>> = {
  croner: '11.0.1',
};

export const DEV_DEPENDENCIES: Readonly<Record<string, string>> = {
  '@biomejs/biome': '2.6.8',
  '@types/node': '24.19.2',
  typescript: '7.0.2',
};

/** First release whose type stripping needs no flag and gives no warning. */
export const NODE_VERSION = '>=24.12';
export const NODE_IMAGE = 'node:24-bookworm-slim';
