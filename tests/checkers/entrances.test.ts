import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { parse } from '#model';
import { checker, installed, run } from './programs.ts';
import { writeTree } from './tree.ts';

const checkManifests = checker('check-manifests.mjs');
const checkCompose = checker('check-compose.mjs');
const hasKubectl = installed('kubectl', 'version', '--client');
const hasNginx = installed('nginx', '-v');

const gateway = (engine: string, more: string) =>
  `{ kind: gateway, engine: ${engine}, routes: { /orders: orders, /legacy: legacy }, ${more} }`;

/** What stands at the entrance, and where services find each other. */
const SYSTEMS: readonly [string, string, string][] = [
  [
    'Kong with tokens, and Consul',
    gateway('kong', 'rate-limit: 10/s, auth: jwt, scale: { min: 2 }'),
    'consul',
  ],
  ['Kong with keys, and Eureka', gateway('kong', 'rate-limit: 10/s, auth: key'), 'eureka'],
  [
    'an HTTP API of AWS, and the names of the cluster',
    gateway('aws-api-gateway', 'rate-limit: 10/s'),
    'kubernetes',
  ],
  ['nginx with gRPC and browsers', gateway('nginx', 'cors-origins: ["https://a.example.com"]'), 'consul'],
];

describe.each(SYSTEMS)('what is generated with %s', (name, edge, registry) => {
  const grpc = name.includes('gRPC') ? '{ from: edge, to: payments, protocol: grpc }' : '';
  const text = `
archwright: 1
name: entrances
components:
  web: { kind: client, workload: { rate: 1/s, mix: { orders.create: 100% } } }
  edge: ${edge}
  orders: { kind: service, operations: { create: { http: POST /orders, calls: [payments.charge, legacy.ask] } } }
  payments: { kind: service, operations: { charge: {} } }
  legacy: { kind: service, image: "legacy:1.0", port: 9000 }
  registry: { kind: discovery, engine: ${registry} }
connections: [${grpc}]
`;
  const { document, problems } = parse(text, catalog.vocabulary);
  const { folder, remove } = writeTree(document);
  afterAll(remove);

  it('comes from a valid document', () => expect(problems).toEqual([]));

  it.skipIf(!checkManifests || !hasKubectl)('is made of manifests that a strict checker accepts', () => {
    const built = run('kubectl', ['kustomize', 'kubernetes/base'], folder);
    expect(built.status, built.output).toBe(0);
    const manifests = join(folder, 'manifests.yaml');
    writeFileSync(manifests, built.output);
    const checked = run(process.execPath, [checkManifests ?? '', '--quiet', manifests], folder);
    expect(checked.output).toMatch(/\b[1-9]\d* passed, 0 failed/);
  });

  it.skipIf(!checkCompose)('is a Compose project that a strict checker accepts', () => {
    const checked = run(
      process.execPath,
      [checkCompose ?? '', '--quiet', join(folder, 'compose.yaml')],
      folder,
    );
    expect(checked.output).toMatch(/\b1 passed, 0 failed/);
  });

  it.skipIf(!hasNginx || name.includes('Kong'))('has a gateway that nginx accepts', () => {
    // Through a pipe: nginx opens /dev/stdout, which it cannot where that is a socket.
    const script = 'nginx -t -c "$0" 2>&1 | cat';
    const result = run('sh', ['-c', script, join(folder, 'gateways/edge/nginx.conf')], folder);
    expect(result.output).toContain('test is successful');
  });
});
