import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { knownToChecker } from './cluster-objects.ts';
import { checker, installed, run } from './programs.ts';

const checkManifests = checker('check-manifests.mjs');
const checkCompose = checker('check-compose.mjs');
const hasKubectl = installed('kubectl', 'version', '--client');
const hasNginx = installed('nginx', '-v');
const hasPromtool = installed('promtool', '--version');
const hasCompose = run('docker', ['compose', 'version'], '.').status === 0;
if (!hasCompose) console.warn('SKIPPED: docker compose is not installed.');

/**
 * Has a generated tree judged by strict checkers and by the programs themselves.
 *
 * @param tree where it is, and how to remove it when all is done
 * @param nginx components that nginx runs; `prometheus` one that Prometheus runs
 */
export function judgements(
  { folder, remove }: { folder: string; remove: () => void },
  { nginx, prometheus }: { nginx: readonly string[]; prometheus: string },
): void {
  afterAll(remove);

  it.skipIf(!checkManifests || !hasKubectl).each(['base', 'overlays/dev', 'overlays/prod'])(
    'is built by Kustomize into manifests that a strict checker accepts: %s',
    (part) => {
      const built = run('kubectl', ['kustomize', `kubernetes/${part}`], folder);
      expect(built.status, built.output).toBe(0);
      const manifests = join(folder, 'manifests.yaml');
      writeFileSync(manifests, knownToChecker(built.output));
      const checked = run(process.execPath, [checkManifests ?? '', '--quiet', manifests], folder);
      expect(checked.status, checked.output).toBe(0);
      expect(checked.output).toMatch(/\b[1-9]\d* passed, 0 failed/);
    },
  );

  it.skipIf(!checkCompose)('is a Compose project that a strict checker accepts', () => {
    const checked = run(
      process.execPath,
      [checkCompose ?? '', '--quiet', join(folder, 'compose.yaml')],
      folder,
    );
    expect(checked.output).toMatch(/\b1 passed, 0 failed/);
    expect(checked.status).toBe(0);
  });

  it.skipIf(!hasCompose)('is a Compose project that Compose itself accepts without flags', () => {
    const result = run('docker', ['compose', 'config', '--quiet'], folder);
    expect(result.output).toBe('');
    expect(result.status).toBe(0);
  });

  it.skipIf(!hasNginx).each(nginx)('has a gateway that nginx accepts: %s', (gateway) => {
    // Through a pipe: nginx opens /dev/stdout, which it cannot where that is a socket.
    const script = 'nginx -t -c "$0" 2>&1 | cat';
    const result = run('sh', ['-c', script, join(folder, `gateways/${gateway}/nginx.conf`)], folder);
    expect(result.output).toContain('test is successful');
  });

  it.skipIf(!hasPromtool).each([
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'rules.yml'],
    ['test', 'rules', 'rules_test.yml'],
  ])('has monitoring that Prometheus accepts: promtool %s %s %s', (...args) => {
    const result = run('promtool', args, join(folder, `monitoring/${prometheus}`));
    expect(result.output).not.toContain('FAILED');
    expect(result.status, result.output).toBe(0);
  });
}
