import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { eventually } from '../system/eventually.ts';
import { freePort } from '../system/free-port.ts';
import { generateSample } from '../system/generate.ts';
import { orderJourney } from '../system/order-journey.ts';
import { ComposeProject, missingForDocker } from './compose.ts';

const IMAGES = [
  'node:24-bookworm-slim',
  'postgres:17-alpine',
  'redis:8-alpine',
  'rabbitmq:4-management-alpine',
  'nginxinc/nginx-unprivileged:1.29-alpine',
  'prom/prometheus:v3.5.0',
];
const missing = await missingForDocker(IMAGES);
if (missing !== undefined) process.stdout.write(`skipped: the shop on Docker needs ${missing}\n`);

/** Prefix of the images that a test builds, so that it removes none but its own. */
const registryOf = (layout: string) => `archwright-test-${layout}`;

for (const layout of ['microservices', 'monolith']) {
  describe.skipIf(missing !== undefined)(`the shop as ${layout} on Docker`, () => {
    let folder: string;
    let project: ComposeProject;
    let gateway: string;

    beforeAll(async () => {
      folder = await generateSample('shop', layout);
      const port = await freePort();
      gateway = `http://127.0.0.1:${port}`;
      project = new ComposeProject(`archwright-test-${process.pid}-${layout}`, folder, {
        EDGE_PORT: String(port),
        METRICS_PORT: String(await freePort()),
        REGISTRY: registryOf(layout),
      });
    });

    afterAll(async () => {
      await project.remove(registryOf(layout));
      await rm(dirname(folder), { recursive: true, force: true });
    });

    test('comes up healthy, untouched', async () => {
      await project.compose('up', '--build', '--wait', '--quiet-pull');
      const states = await project.containers();
      assert.deepEqual(
        states.filter(({ health }) => health !== 'healthy'),
        [],
      );
    });

    test('takes an order from the gateway to the last consumer', () => orderJourney(gateway));

    test('is watched: Prometheus reaches every service, and sees the order', async () => {
      await project.compose('--profile', 'monitoring', 'up', '--wait', '--no-recreate');
      const ask = (path: string) =>
        project.compose(
          'exec',
          '-T',
          'metrics',
          'wget',
          '-q',
          '-O',
          '-',
          `http://127.0.0.1:9090/api/v1/${path}`,
        );
      await eventually('every target answers', async () => {
        const { data } = JSON.parse(await ask('targets?state=active')) as {
          data: { activeTargets: { health: string; scrapeUrl: string; lastError: string }[] };
        };
        assert(data.activeTargets.length > 0);
        assert.deepEqual(
          data.activeTargets.filter(({ health }) => health !== 'up'),
          [],
        );
      });
      await eventually('the order is counted', async () => {
        const query = encodeURIComponent(
          'sum(http_server_request_duration_seconds_count{service="orders",operation="create-order",status="200"})',
        );
        const { data } = JSON.parse(await ask(`query?query=${query}`)) as {
          data: { result: { value: [number, string] }[] };
        };
        assert(Number(data.result[0]?.value[1] ?? 0) >= 1);
      });
    });

    test('heals when a container is killed', async () => {
      const unit = layout === 'monolith' ? 'shop' : 'orders';
      const [victim] = (await project.containers()).filter(({ service }) => service === unit);
      assert(victim);
      process.kill(victim.pid, 'SIGKILL');
      await eventually(
        `${victim.name} is back`,
        async () => {
          const now = (await project.containers()).find(({ name }) => name === victim.name);
          assert(
            now !== undefined && now.pid !== victim.pid && now.health === 'healthy',
            JSON.stringify(now),
          );
        },
        120_000,
      );
      await orderJourney(gateway);
    });

    test('goes without leaving anything behind', async () => {
      await project.compose('--profile', 'monitoring', 'down', '--volumes');
      assert.deepEqual(await project.leftovers(), []);
    });
  });
}
