import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../services/testing/documents.ts';
import { documentFrom, filesOf, objectsIn, SMALL_SHOP } from '../testing/documents.ts';
import { ACTIONS } from './github/actions.ts';
import type { Workflow } from './github/types.ts';
import type { GitlabFile, GitlabJob } from './gitlab/types.ts';
import { githubProblems } from './testing/github.ts';

const pipelinesOf = (text: string, layout?: string) => filesOf(documentFrom(text), ['pipelines'], layout);
const workflowOf = (text: string, name: string, layout?: string) =>
  load(pipelinesOf(text, layout).get(`.github/workflows/${name}.yml`)?.content ?? '') as Workflow;

describe('pipelines', () => {
  it('are one for each unit that is built, and one for all the rest', () => {
    expect([...pipelinesOf(SMALL_SHOP).keys()]).toEqual([
      '.github/dependabot.yml',
      '.github/workflows/_system.yml',
      '.github/workflows/orders.yml',
      '.github/workflows/payments.yml',
      '.gitlab-ci.yml',
      '.gitlab/ci/_system.yml',
      '.gitlab/ci/orders.yml',
      '.gitlab/ci/payments.yml',
      'pipelines/deploy.sh',
      'pipelines/push.sh',
    ]);
    expect([...pipelinesOf(SMALL_SHOP, 'monolith').keys()]).toContain('.github/workflows/shop.yml');
    expect(pipelinesOf('archwright: 1\nname: s\ncomponents: {}\n').size).toBe(0);
  });

  it('watch exactly what the image of a unit is made from', () => {
    for (const [text, layout] of [
      [SMALL_SHOP, undefined],
      [SMALL_SHOP, 'monolith'],
      [EVERYTHING, undefined],
      [EVERYTHING, 'one'],
    ] as const) {
      const files = filesOf(documentFrom(text), ['services', 'pipelines'], layout);
      const dockerfiles = [...files].filter(([path]) => path.endsWith('/Dockerfile'));
      expect(dockerfiles.length).toBeGreaterThan(0);
      for (const [path, { content }] of dockerfiles) {
        const unit = path.split('/')[2] ?? '';
        const { paths } = workflowOf(text, unit, layout).on.push;
        const copied = [...files.keys()].filter((file) => isCopied(file, content));
        const watched = [...files.keys()].filter(
          (file) => file.startsWith('services/') && paths.some((pattern) => matches(pattern, file)),
        );
        expect(new Set(watched)).toEqual(new Set([...copied, ...watched.filter(isAboutChecks)]));
        expect(watched.length).toBeGreaterThan(0);
      }
    }
  });

  it('of jobs name their CronJob, however long the name is', () => {
    const name = `a${'-b'.repeat(31)}`;
    const text = `archwright: 1\nname: s\ncomponents: { ${name}: { kind: job, schedule: 0 3 * * *, work: 1ms } }\n`;
    const files = filesOf(documentFrom(text), ['pipelines', 'kubernetes']);
    const [, workload] = /echo cronjob\/(\S+)/.exec(files.get('pipelines/deploy.sh')?.content ?? '') ?? [];
    const [job] = objectsIn<{ metadata: { name: string } }>(
      files.get('kubernetes/base/cron-jobs.yaml')?.content ?? '',
    );
    expect(workload).toBe(job?.metadata.name);
  });

  it('of existing software watch its folder, and build, scan, push and deploy it', () => {
    const text = 'archwright: 1\nname: s\ncomponents: { old: { kind: service, build: ./legacy/api } }\n';
    const { on, jobs } = workflowOf(text, 'old');
    expect(on.push.paths).toEqual(['.github/workflows/old.yml', 'legacy/api/**', 'pipelines/**']);
    expect(Object.keys(jobs)).toEqual(['build', 'scan', 'push', 'deploy']);
    const gitlab = load(pipelinesOf(text).get('.gitlab/ci/old.yml')?.content ?? '') as GitlabFile;
    expect(gitlab.stages).toEqual(['build', 'scan', 'push', 'deploy']);
    expect((gitlab.push as GitlabJob).needs).toEqual([
      { job: 'build', artifacts: true },
      { job: 'scan', artifacts: false },
    ]);
  });
});

describe('workflows of GitHub', () => {
  const workflows = [...pipelinesOf(SMALL_SHOP)].filter(([path]) => path.startsWith('.github/workflows/'));

  it.each(workflows)("%s are accepted by GitHub's own parser", async (path, { content }) => {
    expect(await githubProblems(path, content)).toEqual([]);
  });

  it('would not be accepted with a wrong field or expression', async () => {
    const [[path, { content }] = ['', { content: '' }]] = workflows;
    expect(await githubProblems(path, content.replace('runs-on:', 'runs-at:'))).not.toEqual([]);
    expect(await githubProblems(path, content.replace('github.ref }}', 'github.ref( }}'))).not.toEqual([]);
  });

  it('go from lint and test over a scan to what was scanned being pushed and deployed', () => {
    const { jobs } = workflowOf(SMALL_SHOP, 'orders');
    expect(Object.fromEntries(Object.entries(jobs).map(([name, { needs = [] }]) => [name, needs]))).toEqual({
      lint: [],
      test: [],
      build: [],
      scan: ['build'],
      push: ['lint', 'test', 'scan'],
      deploy: ['push'],
    });
  });

  it('may write nothing but packages, and those in one job that runs after a merge only', () => {
    for (const [path] of workflows) {
      const { permissions, jobs } = load(pipelinesOf(SMALL_SHOP).get(path)?.content ?? '') as Workflow;
      expect(permissions).toEqual({});
      for (const [name, job] of Object.entries(jobs)) {
        const writes = Object.entries(job.permissions).filter(([, access]) => access === 'write');
        expect(writes).toEqual(name === 'push' ? [['packages', 'write']] : []);
        if (JSON.stringify(job).includes('{{ secrets.'))
          expect(job.if).toContain("event_name != 'pull_request'");
      }
    }
  });

  it('use no action but those that are pinned by commit, with the version beside', () => {
    for (const [, { content }] of workflows) {
      for (const [, action = '', version] of content.matchAll(/uses: (\S+)(?: # (\S+))?/g)) {
        expect(action).toMatch(/@[0-9a-f]{40}$/);
        expect(Object.values(ACTIONS)).toContainEqual({ action, version });
      }
    }
  });

  it('deploy one change at a time, to a protected environment', () => {
    const { concurrency, environment } = workflowOf(SMALL_SHOP, 'orders').jobs.deploy ?? {};
    expect(concurrency).toEqual({ group: 'deploy-orders', 'cancel-in-progress': false });
    expect(environment).toBe('production');
  });

  it('never put an expression into a script', () => {
    for (const [, { content }] of workflows) {
      const { jobs } = load(content) as Workflow;
      for (const { run = '' } of Object.values(jobs).flatMap(({ steps }) => steps))
        expect(run).not.toContain('${{');
    }
  });
});

describe('pipelines of GitLab', () => {
  it('start a child pipeline when something changes that its unit is made from', () => {
    const root = load(pipelinesOf(SMALL_SHOP).get('.gitlab-ci.yml')?.content ?? '') as GitlabFile;
    const { rules, trigger } = root['pipeline:orders'] as GitlabJob;
    expect(trigger).toEqual({ include: [{ local: '.gitlab/ci/orders.yml' }], strategy: 'depend' });
    expect(rules?.[1]?.changes).toContain('services/modules/orders/**/*');
    expect(rules?.[1]?.changes).not.toContain('services/modules/payments/**/*');
  });

  it('push and deploy the branch that is protected only', () => {
    const { push, deploy } = load(
      pipelinesOf(SMALL_SHOP).get('.gitlab/ci/orders.yml')?.content ?? '',
    ) as Record<string, GitlabJob>;
    for (const { rules = [] } of [push, deploy].flatMap((one) => one ?? []))
      for (const rule of rules) expect(rule.if).toMatch(/^\$CI_COMMIT_BRANCH == \$CI_DEFAULT_BRANCH/);
  });
});

/** Whether GitHub's pattern matches a path: `**` any, `*` within a folder. */
function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split('**')
    .map((part) => part.split('*').map(RegExp.escape).join('[^/]*'))
    .join('.*');
  return new RegExp(`^${source}$`).test(path);
}

/** Whether a Dockerfile in `services/` copies a file into the image. */
function isCopied(path: string, dockerfile: string): boolean {
  const inside = path.replace(/^services\//, '');
  const copies = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, all = '']) =>
    all.split(' '),
  );
  return path.startsWith('services/') && copies.some((one) => inside === one || inside.startsWith(`${one}/`));
}

/** Files that an image does not hold, but that the unit is checked with. */
function isAboutChecks(path: string): boolean {
  return /^services\/(tsconfig\.json|biome\.json|\.dockerignore|contracts\/[^/]+\/[^/]+\.(json|yaml|proto))$/.test(
    path,
  );
}
