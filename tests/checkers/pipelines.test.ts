import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadAll } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { githubProblems } from '../../generators/pipelines/testing/github.ts';
import { installed, run } from './programs.ts';
import { writeShop } from './tree.ts';

const GITLAB = fileURLToPath(new URL('../../node_modules/.bin/gitlab-ci-local', import.meta.url));
const hasKubectl = installed('kubectl', 'version', '--client');
const hasShellcheck = installed('shellcheck', '--version');

interface KubernetesObject {
  kind: string;
  metadata: { name: string; labels: Record<string, string> };
  spec?: { template: { spec: { containers: { image: string }[] } } };
}

describe.each(['microservices', 'monolith'])('pipelines of the shop (%s)', (layout) => {
  const { folder, remove } = writeShop(layout);
  afterAll(remove);
  const yamlIn = (path: string) =>
    readdirSync(join(folder, path))
      .map((name) => join(path, name))
      .filter((name) => name.endsWith('.yml'));
  const list = (file: string) =>
    run(
      GITLAB,
      ['--file', file, '--list-json', '--variable', 'CI_PIPELINE_SOURCE=merge_request_event'],
      folder,
    );
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], folder);

  it("are workflows that GitHub's own parser accepts", async () => {
    const workflows = yamlIn('.github/workflows');
    expect(workflows.length).toBeGreaterThan(1);
    for (const path of workflows)
      expect(await githubProblems(path, readFileSync(join(folder, path), 'utf8')), path).toEqual([]);
  });

  it('are files that keep to the schema of GitLab, and run where their unit has changed', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--quiet', '--message', 'first');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    // Files of units are alike: one stands for all.
    for (const file of ['.gitlab-ci.yml', ...yamlIn('.gitlab/ci').slice(0, 2)]) {
      const { status, output } = list(file);
      expect(status, output).toBe(0);
      expect(output).toContain('json schema validated');
    }
    appendFileSync(join(folder, 'services/modules/orders/src/module.ts'), '// changed\n');
    const { output } = list('.gitlab-ci.yml');
    const jobs = JSON.parse(/^\[[\s\S]*?^\]$/m.exec(output)?.[0] ?? '[]') as { name: string; when: string }[];
    expect(jobs.filter(({ when }) => when !== 'never').map(({ name }) => name)).toEqual([
      layout === 'monolith' ? 'pipeline:shop' : 'pipeline:orders',
    ]);
    writeFileSync(join(folder, 'wrong.yml'), 'lint: { script: [true], stages: [check] }\n');
    expect(list('wrong.yml').status).not.toBe(0);
  }, 120_000);

  it.skipIf(!hasKubectl)(
    'put a unit onto the cluster by the digest of its image, with its secrets beside',
    () => {
      const unit = layout === 'monolith' ? 'shop' : 'orders';
      const digest = `sha256:${'a'.repeat(64)}`;
      const program = join(folder, 'bin/kubectl');
      mkdirSync(dirname(program));
      // What would be applied is built by the real Kustomize.
      writeFileSync(
        program,
        `#!/bin/sh\n[ "$1" != apply ] || PATH=\${PATH#*:} kubectl kustomize "$3" > applied.yaml\n`,
      );
      chmodSync(program, 0o755);
      const deploy = `PATH="$PWD/bin:$PATH" sh pipelines/deploy.sh ${unit} registry.example.com:5000/acme/${unit}@${digest}`;
      const { status, output } = run('sh', ['-c', deploy], folder);
      expect(status, output).toBe(0);
      const objects = loadAll(readFileSync(join(folder, 'applied.yaml'), 'utf8')) as KubernetesObject[];
      const deployment = objects.find(
        ({ kind, metadata }) => kind === 'Deployment' && metadata.name === unit,
      );
      expect(deployment?.metadata.labels['app.kubernetes.io/name']).toBe(unit);
      expect(deployment?.spec?.template.spec.containers[0]?.image).toBe(
        `registry.example.com:5000/acme/${unit}@${digest}`,
      );
      const secret = objects.find(({ kind }) => kind === 'Secret');
      expect(secret?.metadata.labels['app.kubernetes.io/component']).toBe('secrets');
      const used = JSON.stringify(deployment).match(/"secretKeyRef":\{"key":"\w+","name":"([\w-]+)"/)?.[1];
      expect(used).toBe(secret?.metadata.name);
    },
  );

  it.skipIf(!hasShellcheck)('have scripts that shellcheck has nothing against', () => {
    const { status, output } = run('shellcheck', ['pipelines/deploy.sh', 'pipelines/push.sh'], folder);
    expect([status, output]).toEqual([0, '']);
  });
});
