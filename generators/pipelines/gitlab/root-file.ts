import { byText } from '../../text/names.ts';
import { MERGED } from './jobs.ts';
import type { GitlabFile, GitlabJob, GitlabRule } from './types.ts';

/** Path of a child pipeline's file. */
export function childPath(name: string): string {
  return `.gitlab/ci/${name}.yml`;
}

const PROPOSED: GitlabRule = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };
const PROPOSED_OR_MERGED = `${PROPOSED.if} || ${MERGED.if}`;
const BY_HAND: GitlabRule = { if: '$CI_PIPELINE_SOURCE == "web"' };

/** The file that GitLab starts from: starts the pipelines whose files have changed, each on its own. */
export function rootFile(children: readonly { name: string; sources: readonly string[] }[]): GitlabFile {
  const triggers = children.map(({ name, sources }) => [`pipeline:${name}`, trigger(name, sources)]);
  return {
    stages: ['pipelines'],
    workflow: { rules: [PROPOSED, MERGED, BY_HAND] },
    ...(Object.fromEntries(triggers) as Record<string, GitlabJob>),
  };
}

function trigger(name: string, sources: readonly string[]): GitlabJob {
  const changes = [childPath(name), ...sources].sort(byText);
  return {
    stage: 'pipelines',
    rules: [BY_HAND, { if: PROPOSED_OR_MERGED, changes }],
    trigger: { include: [{ local: childPath(name) }], strategy: 'depend' },
  };
}
