import { toYaml } from '#catalog';
import { byText } from '../../text/names.ts';
import { withVersions } from './actions.ts';
import { BRANCH, expression } from './steps.ts';
import type { Job, Workflow } from './types.ts';

/** Path of a workflow's file; others are not looked at by GitHub. */
export function workflowPath(name: string): string {
  return `.github/workflows/${name}.yml`;
}

/**
 * A workflow that runs when one of its files changes, and is allowed nothing but what its jobs ask for.
 *
 * @param paths glob patterns, in addition to its own file
 */
export function workflow(name: string, paths: readonly string[], jobs: Record<string, Job>): Workflow {
  const watched = [workflowPath(name), ...paths].sort(byText);
  return {
    name,
    on: {
      push: { branches: [BRANCH], paths: watched },
      pull_request: { paths: watched },
      workflow_dispatch: {},
    },
    permissions: {},
    // A newer push to a pull request makes the older run pointless; what is merged runs to its end.
    concurrency: {
      group: `${name}-${expression('github.ref')}`,
      'cancel-in-progress': expression("github.event_name == 'pull_request'"),
    },
    jobs,
  };
}

/** A workflow as a file. */
export function printWorkflow(content: Workflow): string {
  return withVersions(
    toYaml(content, [
      'Written by Archwright. Actions are pinned by commit; Dependabot proposes newer ones (.github/dependabot.yml).',
    ]),
  );
}
