import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { githubProblems } from '../../generators/pipelines/testing/github.ts';
import { installed, run } from './programs.ts';
import { writeShop } from './tree.ts';

const GITLAB = fileURLToPath(new URL('../../node_modules/.bin/gitlab-ci-local', import.meta.url));
const hasShellcheck = installed('shellcheck', '--version');

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
    for (const file of ['.gitlab-ci.yml', ...yamlIn('.gitlab/ci')]) {
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

  it.skipIf(!hasShellcheck)('have scripts that shellcheck has nothing against', () => {
    const { status, output } = run('shellcheck', ['pipelines/deploy.sh', 'pipelines/push.sh'], folder);
    expect([status, output]).toEqual([0, '']);
  });
});
