import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentFrom } from '../testing/documents.ts';
import { Workspace } from './testing/workspace.ts';

const TEXT = `
archwright: 1
name: clean
components:
  orders: { kind: service, operations: { close: { input: { orderId: id } } } }
  nightly: { kind: job, calls: [orders.close] }
`;
const MINUTES = 60_000;

let workspace: Workspace;
let orders: Server;
let asked: string[] = [];
let status = 204;

beforeAll(async () => {
  workspace = new Workspace(documentFrom(TEXT));
  orders = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => orders.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  workspace?.remove();
  orders?.close();
});

/** Runs the job's program; `until` sees each line of its log and says when to ask it to stop. */
function runJob(env: Record<string, string>, until: (line: string) => boolean = () => false) {
  const { port } = orders.address() as AddressInfo;
  asked = [];
  const child = spawn(process.execPath, ['apps/nightly/src/main.ts'], {
    cwd: join(workspace.folder, 'services'),
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      ORDERS_URL: `http://127.0.0.1:${port}`,
      ...env,
    },
  });
  let log = '';
  let told = false;
  const read = (chunk: Buffer) => {
    log += chunk.toString();
    if (told || !log.split('\n').some(until)) return;
    told = true;
    child.kill('SIGTERM');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise<{ code: number | null; log: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, log })),
  );
}

it(
  'runs once and ends, where the platform keeps the schedule',
  async () => {
    status = 204;
    const { code, log } = await runJob({});
    expect(log).toContain('job done');
    expect(code).toBe(0);
    expect(asked).toEqual(['POST /operations/close']);
  },
  MINUTES,
);

it(
  'ends with 1 when it failed, and says why',
  async () => {
    status = 500;
    const { code, log } = await runJob({});
    expect(log).toContain('job failed');
    expect(code).toBe(1);
  },
  MINUTES,
);

it(
  'keeps its schedule itself where it is told one, until it is asked to stop',
  async () => {
    status = 204;
    const { code, log } = await runJob({ SCHEDULE: '* * * * * *' }, (line) => line.includes('job done'));
    expect(log).toContain('waiting for the schedule');
    expect(code).toBe(0);
    expect(asked.length).toBeGreaterThan(0);
  },
  MINUTES,
);

it(
  'says what is wrong with its environment',
  async () => {
    const { code, log } = await runJob({ JOB_TIMEOUT_MS: 'soon' });
    expect(log).toContain('JOB_TIMEOUT_MS: expected a number of milliseconds above 0');
    expect(code).toBe(1);
  },
  MINUTES,
);
