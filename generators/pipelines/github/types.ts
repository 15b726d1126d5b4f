/** The part of GitHub's workflow syntax that is written here, https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax. */
export interface Workflow {
  name: string;
  on: {
    push: { branches: string[]; paths: string[] };
    pull_request: { paths: string[] };
    workflow_dispatch: Record<string, never>;
  };
  permissions: Record<string, never>;
  concurrency: { group: string; 'cancel-in-progress': string | boolean };
  jobs: Record<string, Job>;
}

export interface Job {
  name: string;
  needs?: string[];
  if?: string;
  'runs-on': string;
  'timeout-minutes': number;
  permissions: Readonly<Record<string, 'read' | 'write'>>;
  environment?: string;
  concurrency?: { group: string; 'cancel-in-progress': false };
  strategy?: { 'fail-fast': false; matrix: { image: string[] } };
  env?: Readonly<Record<string, string>>;
  outputs?: Readonly<Record<string, string>>;
  steps: Step[];
}

export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  with?: Readonly<Record<string, string | number | boolean>>;
  env?: Readonly<Record<string, string>>;
  'working-directory'?: string;
  'continue-on-error'?: true;
  run?: string;
}
