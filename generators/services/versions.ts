/**
 * Packages that generated services stand on, in the very versions that their runtime was tested with. Engines bring
 * their own (see `Connector`).
 */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
  ajv: '8.20.0',
  'ajv-formats': '3.0.1',
  cockatiel: '3.2.1',
  fastify: '5.12.8',
  pino: '10.4.0',
  'prom-client': '15.1.3',
};

export const DEV_DEPENDENCIES: Readonly<Record<string, string>> = {
  '@biomejs/biome': '2.6.8',
  '@types/node': '24.19.2',
  typescript: '7.0.2',
};

/** First release whose type stripping needs no flag and gives no warning. */
export const NODE_VERSION = '>=24.12';
export const NODE_IMAGE = 'node:24-bookworm-slim';
