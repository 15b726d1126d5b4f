import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const bin = fileURLToPath(new URL('archwright.mjs', import.meta.url));
const sample = fileURLToPath(new URL('../samples/shop.arch.yaml', import.meta.url));
/** A Node that is too old, if the machine has one: the one beside the project's own on the path. */
const older = spawnSync(
  '/usr/bin/env',
  [
    '-i',
    `PATH=${process.env.PATH?.split(':')
      .filter((part) => !part.includes('node_modules'))
      .join(':')}`,
    'which',
    'node',
  ],
  { encoding: 'utf8' },
).stdout.trim();

test('runs as a program: results to standard output, exit code handed on', () => {
  const valid = spawnSync(process.execPath, [bin, 'validate', sample], { encoding: 'utf8' });
  expect(valid).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('is valid: shop') });
  expect(spawnSync(process.execPath, [bin, 'bogus'], { encoding: 'utf8' })).toMatchObject({
    status: 2,
    stdout: '',
  });
});

test.skipIf(older === '')('a Node that is too old hands over to the one that npm installed', () => {
  const result = spawnSync(older, [bin, 'validate', '-'], { encoding: 'utf8', input: 'name: x\n' });
  expect(result.status).toBe(1);
  expect(result.stderr).toContain('<stdin>:');
  expect(spawnSync(older, [bin, '--version'], { encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is the outside world', () => {
  const full = openSync('/dev/full', 'w');
  const result = spawnSync(process.execPath, [bin, 'validate', sample], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/^error Cannot write the output: .*\n$/);
});

test.skipIf(!existsSync('/dev/zero'))('standard input without an end is refused', () => {
  const endless = openSync('/dev/zero', 'r');
  const result = spawnSync(process.execPath, [bin, 'validate', '-'], {
    encoding: 'utf8',
    stdio: [endless, 'pipe', 'pipe'],
  });
  closeSync(endless);
  expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining('<stdin> is too large') });
});

test('a reader that has heard enough is no failure', async () => {
  const child = spawn(process.execPath, [bin, 'export', sample, '--format', 'svg'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, 'exit');
  expect([code, errors]).toEqual([0, '']);
});
