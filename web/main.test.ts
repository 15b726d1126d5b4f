import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

/** Starts the program and waits for its address. */
async function start(args: string[]) {
  const child = spawn(process.execPath, [program, '--no-browser', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise<void>((done) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Stop it')) done();
    });
  });
  return { child, output: () => output };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints its address, and ends in good order on %s',
  async (signal) => {
    const { child, output } = await start(['--port', '0']);
    expect(output()).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n/);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);

test('a taken port is said', async () => {
  const first = await start(['--port', '0']);
  const port = /:(\d+)\//.exec(first.output())?.[1] ?? '';
  const second = await start(['--port', port]);
  expect(second.output()).toContain(`Port ${port} is taken; using `);
  for (const { child } of [first, second]) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

test('a port that cannot be is an error in words', async () => {
  const child = spawn(process.execPath, [program, '--no-browser', '--port', '99999'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  expect(await once(child, 'exit')).toEqual([3, null]);
  expect(errors).toMatch(/^Archwright could not start: /);
  expect(errors).not.toMatch(/\n\s+at /);
});
