import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { helm, helmProgram } from '../checkers/helm-program.ts';
import { command } from '../system/command.ts';
import { eventually } from '../system/eventually.ts';
import { generateSample } from '../system/generate.ts';
import { orderJourney } from '../system/order-journey.ts';
import { forward, kubectl, missingForCluster } from './kubectl.ts';
import { inVersionsOf } from './older-versions.ts';

const NAMESPACE = 'shop';
const GATEWAY = { service: 'edge', port: 8080 };
const READY_SECONDS = 600;

const missing = await missingForCluster(NAMESPACE);
if (missing !== undefined) process.stdout.write(`skipped: the shop on Kubernetes needs ${missing}\n`);

describe.skipIf(missing !== undefined)('the shop on Kubernetes', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await generateSample('shop');
    // Images under the names that the manifests use.
    await command('docker', ['compose', 'build', '--quiet'], {
      cwd: folder,
      env: { REGISTRY: NAMESPACE, TAG: 'latest' },
    });
  });

  afterAll(async () => {
    await kubectl(['delete', 'namespace', NAMESPACE, '--ignore-not-found', '--wait', '--timeout=300s']);
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test('is accepted by the server, and every pod becomes ready', async () => {
    const manifests = await kubectl(['kustomize', join(folder, 'kubernetes/base')]);
    const served = (await kubectl(['api-versions'])).split('\n');
    await kubectl(['apply', '-f', '-'], inVersionsOf(manifests, served));
    await eventually('pods exist', async () =>
      assert.notEqual(await kubectl(['-n', NAMESPACE, 'get', 'pods', '-o', 'name']), ''),
    );
    await kubectl([
      '-n',
      NAMESPACE,
      'wait',
      '--for=condition=Ready',
      'pods',
      '--all',
      `--timeout=${READY_SECONDS}s`,
    ]);
  });

  test('would be taken over by the overlay for production and by the chart', async () => {
    const served = (await kubectl(['api-versions'])).split('\n');
    const overlay = await kubectl(['kustomize', join(folder, 'kubernetes/overlays/prod')]);
    await kubectl(['apply', '--dry-run=server', '-f', '-'], inVersionsOf(overlay, served));
    if (helmProgram === undefined) return;
    const chart = helm(['template', NAMESPACE, 'helm', '--namespace', NAMESPACE], folder);
    assert.equal(chart.status, 0, chart.output);
    await kubectl(['apply', '--dry-run=server', '-f', '-'], inVersionsOf(chart.output, served));
  });

  test('takes an order from the gateway to the last consumer', () => throughGateway(orderJourney));

  test('goes on after a pod is lost', async () => {
    const [pod = ''] = (
      await kubectl(['-n', NAMESPACE, 'get', 'pods', '-l', 'app.kubernetes.io/name=orders', '-o', 'name'])
    ).split('\n');
    await kubectl(['-n', NAMESPACE, 'delete', pod, '--force', '--grace-period=0']);
    await kubectl(['-n', NAMESPACE, 'rollout', 'status', 'deployment/orders', `--timeout=${READY_SECONDS}s`]);
    await throughGateway(orderJourney);
  });

  test('goes without leaving anything behind', async () => {
    await kubectl(['delete', 'namespace', NAMESPACE, '--wait', '--timeout=300s']);
    await eventually('the volumes are gone', async () => {
      const claims = await kubectl([
        'get',
        'persistentvolumes',
        '-o',
        'jsonpath={.items[*].spec.claimRef.namespace}',
      ]);
      assert(!claims.split(' ').includes(NAMESPACE));
    });
  });
});

async function throughGateway(journey: (gateway: string) => Promise<void>): Promise<void> {
  const way = await forward(NAMESPACE, GATEWAY.service, GATEWAY.port);
  try {
    await journey(way.address);
  } finally {
    way.close();
  }
}
