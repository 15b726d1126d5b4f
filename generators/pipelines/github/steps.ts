import { ACTIONS } from './actions.ts';
import type { Job, Step } from './types.ts';

export const RUNNER = 'ubuntu-24.04';
/** Branch that is deployed. */
export const BRANCH = 'main';
/** Only what has been merged is pushed and deployed. */
export const MERGED = `github.event_name != 'pull_request' && github.ref == 'refs/heads/${BRANCH}'`;

/** What GitHub puts in when a job starts. Only fixed text may stand in it. */
export function expression(code: string): string {
  return `\${{ ${code} }}`;
}

/** Reads the repository, and leaves no credentials behind for what runs later. */
export const checkout: Step = { uses: ACTIONS.checkout.action, with: { 'persist-credentials': false } };

/** What most jobs have in common: they may read the repository and nothing more. */
export function job(name: string, minutes: number, steps: Step[], more: Partial<Job> = {}): Job {
  return {
    name,
    ...more,
    'runs-on': RUNNER,
    'timeout-minutes': minutes,
    permissions: more.permissions ?? { contents: 'read' },
    steps,
  };
}

/** Installs the workspace's packages: the locked ones where a lock file has been checked in. No package's scripts run. */
export const installPackages: Step[] = [
  checkout,
  { uses: ACTIONS.setupNode.action, with: { 'node-version': 24, 'package-manager-cache': false } },
  {
    name: 'Install packages',
    'working-directory': 'services',
    run: 'if [ -f package-lock.json ]; then npm ci --ignore-scripts; else npm install --ignore-scripts; fi',
  },
];

/**
 * Sets REGISTRY for the steps after it: the repository variable of that name, or GitHub's own registry. Images'
 * names are in lower case, repositories' need not be.
 */
export const chooseRegistry: Step = {
  name: 'Choose the registry',
  env: { REGISTRY: expression("vars.REGISTRY || format('ghcr.io/{0}', github.repository)") },
  run: `echo "REGISTRY=\${REGISTRY,,}" >> "$GITHUB_ENV"`,
};

/** Logs in where images are pushed to. GitHub's own token goes to GitHub's own registry and to no other. */
export const logIn: Step[] = [
  {
    if: "vars.REGISTRY_HOST == ''",
    uses: ACTIONS.login.action,
    with: { registry: 'ghcr.io', username: expression('github.actor'), password: expression('github.token') },
  },
  {
    if: "vars.REGISTRY_HOST != ''",
    uses: ACTIONS.login.action,
    with: {
      registry: expression('vars.REGISTRY_HOST'),
      username: expression('vars.REGISTRY_USER'),
      password: expression('secrets.REGISTRY_PASSWORD'),
    },
  },
];

/** Makes kubectl reach the cluster, by a kubeconfig that only the environment's jobs can read. */
export const reachCluster: Step = {
  name: 'Reach the cluster',
  env: { KUBE_CONFIG: expression('secrets.KUBE_CONFIG') },
  run: [
    '(umask 077 && printf \'%s\\n\' "$KUBE_CONFIG" > "$RUNNER_TEMP/kubeconfig")',
    'echo "KUBECONFIG=$RUNNER_TEMP/kubeconfig" >> "$GITHUB_ENV"',
    '',
  ].join('\n'),
};

/** Fields of a job that changes the cluster: one at a time, behind the environment's protection, where it is wanted. */
export function deployment(group: string): Partial<Job> {
  return {
    if: `${MERGED} && vars.DEPLOY == 'true'`,
    environment: 'production',
    concurrency: { group: `deploy-${group}`, 'cancel-in-progress': false },
  };
}
