import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import { DEPLOY_SCRIPT, PUSH_SCRIPT } from './scripts.ts';
import { Folder } from './testing/folder.ts';

const IMAGE = `ghcr.io/acme/shop/orders@sha256:${'a'.repeat(64)}`;
const SECRETS = 'kubernetes/base/secrets.env';

/** Stands in for kubectl or docker: notes its arguments, keeps what it is to apply, answers as the test wishes. */
const RECORDER = `#!/bin/sh
echo "$(basename "$0") $*" >> "$RECORD"
case "$*" in
  *kubernetes/release*) cp kubernetes/release/kustomization.yaml "$RECORD.yaml"; cp ${SECRETS} "$RECORD.env" ;;
  *"rollout status"*) exit "\${ROLLOUT:-0}" ;;
  *"get deployment/payments"*) printf %s "$RUNNING" ;;
  *"image inspect"*) printf 'other.example.com/orders@sha256:1\\nghcr.io/acme/shop/orders@sha256:2\\n' ;;
esac
`;

let folder: Folder;
afterEach(() => folder.remove());

function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  folder = new Folder(filesOf(documentFrom(SMALL_SHOP), ['pipelines', 'compose']).values());
  if (environment.KEEP === undefined) spawnSync('rm', [join(folder.path, SECRETS)]);
  for (const program of ['kubectl', 'docker']) folder.write(`bin/${program}`, RECORDER, 0o755);
  const record = join(folder.path, 'record');
  const { status, stdout, stderr } = spawnSync('sh', [script, ...args], {
    cwd: folder.path,
    env: {
      PATH: `${join(folder.path, 'bin')}:${process.env.PATH}`,
      RECORD: record,
      SECRETS_ENV: 'KEY=word',
      ...environment,
    },
    encoding: 'utf8',
  });
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return {
    status,
    stdout,
    stderr,
    calls: read(record),
    applied: read(`${record}.yaml`),
    secrets: read(`${record}.env`),
  };
}

describe('deploying a unit', () => {
  it('applies the secrets and the objects of the unit, at the image by digest, and waits', () => {
    const { status, calls, applied, secrets } = run(DEPLOY_SCRIPT, ['orders', IMAGE]);
    expect(status).toBe(0);
    expect(calls.trim().split('\n')).toEqual([
      'kubectl apply -k kubernetes/release -l app.kubernetes.io/component=secrets',
      'kubectl apply -k kubernetes/release -l app.kubernetes.io/name=orders',
      'kubectl -n shop rollout status deployment/orders --timeout 5m',
    ]);
    expect(applied).toContain(
      `images:\n  - { name: 'shop/orders', newName: 'ghcr.io/acme/shop/orders', digest: 'sha256:${'a'.repeat(64)}' }\n`,
    );
    expect(secrets).toBe('KEY=word\n');
  });

  it('leaves neither secrets nor its own folder behind, but secrets that were there', () => {
    run(DEPLOY_SCRIPT, ['orders', IMAGE]);
    expect(existsSync(join(folder.path, SECRETS))).toBe(false);
    expect(existsSync(join(folder.path, 'kubernetes/release'))).toBe(false);
    folder.remove();
    expect(run(DEPLOY_SCRIPT, ['orders', IMAGE], { KEEP: 'yes' }).secrets).toContain('ORDERS_DB_PASSWORD=');
    expect(existsSync(join(folder.path, SECRETS))).toBe(true);
  });

  it('takes the secrets from a file where it is given one', () => {
    const path = join(import.meta.dirname, 'scripts.test.ts');
    expect(run(DEPLOY_SCRIPT, ['orders', IMAGE], { SECRETS_ENV: path }).secrets).toBe(
      readFileSync(path, 'utf8'),
    );
  });

  it('goes back, and fails, where the unit does not come up', () => {
    const { status, calls, stderr } = run(DEPLOY_SCRIPT, ['orders', IMAGE], { ROLLOUT: '1' });
    expect(status).toBe(1);
    expect(calls).toContain('kubectl -n shop rollout undo deployment/orders');
    expect(stderr).toContain('orders did not come up');
  });

  it.each([
    [['orders'], /usage:/],
    [[], /usage:/],
    [['nobody', IMAGE], /no unit nobody/],
    [['orders', 'shop/orders:latest'], /names no digest/],
    [['orders', "shop/orders@sha256:1' }"], /is no image/],
  ])('refuses %j before it touches anything', (args, message) => {
    const { status, calls, stderr } = run(DEPLOY_SCRIPT, args);
    expect([status, calls]).toEqual([64, '']);
    expect(stderr).toMatch(message);
  });
});

describe('deploying the system', () => {
  it('leaves units at the image that they run, and out where they run none', () => {
    const running = IMAGE.replace('orders', 'payments');
    const { calls, applied } = run(DEPLOY_SCRIPT, ['--system'], { RUNNING: running });
    expect(applied).toContain("name: 'shop/payments'");
    expect(applied).not.toContain("name: 'shop/orders'");
    expect(calls.trim().split('\n').at(-1)).toBe(
      'kubectl apply -k kubernetes/release -l app.kubernetes.io/name notin (orders)',
    );
  });
});

describe('pushing', () => {
  it('loads the archive, pushes it, and tells the digest at that place', () => {
    const { status, stdout, calls } = run(PUSH_SCRIPT, ['image.tar', 'ghcr.io/acme/shop/orders:abc']);
    expect([status, stdout]).toEqual([0, 'ghcr.io/acme/shop/orders@sha256:2\n']);
    expect(calls).toContain('docker load --input image.tar\ndocker push ghcr.io/acme/shop/orders:abc\n');
  });
});
