import { DEPLOY_SCRIPT, FOLDER, PUSH_SCRIPT } from '../scripts.ts';
import type { UnitPipeline } from '../unit-pipeline.ts';
import { ACTIONS } from './actions.ts';
import {
  checkout,
  chooseRegistry,
  deployment,
  expression,
  installPackages,
  job,
  logIn,
  MERGED,
  reachCluster,
} from './steps.ts';
import type { Job, Workflow } from './types.ts';
import { workflow } from './workflow.ts';

const ARCHIVE = 'image.tar';

/** One unit's way from a change to the cluster. */
export function unitWorkflow(pipeline: UnitPipeline): Workflow {
  const { unit, sources, generated } = pipeline;
  const checks: Record<string, Job> = generated ? { lint: lint(unit), test: test(unit) } : {};
  return workflow(unit, [...sources, `${FOLDER}/**`], {
    ...checks,
    build: build(pipeline),
    scan: scan(),
    push: push(unit, [...Object.keys(checks), 'scan']),
    deploy: deploy(unit),
  });
}

function lint(unit: string): Job {
  return job('Lint', 10, [
    ...installPackages,
    { name: 'Compile', 'working-directory': `services/apps/${unit}`, run: 'npm run build' },
    { name: 'Lint', 'working-directory': `services/apps/${unit}`, run: 'npm run lint' },
  ]);
}

function test(unit: string): Job {
  return job('Test', 15, [
    ...installPackages,
    { name: 'Test', 'working-directory': `services/apps/${unit}`, run: 'npm test' },
  ]);
}

/** The image leaves the job as an archive: what is built by anybody's code never comes near a registry's password. */
function build({ target }: UnitPipeline): Job {
  return job('Build', 30, [
    checkout,
    chooseRegistry,
    { uses: ACTIONS.setupBuildx.action },
    {
      name: 'Build the image',
      uses: ACTIONS.bake.action,
      env: {
        TAG: expression('github.sha'),
        REVISION: expression('github.sha'),
        SOURCE: `${expression('github.server_url')}/${expression('github.repository')}`,
        CACHE: 'gha',
      },
      with: { source: '.', targets: target, set: `${target}.output=type=docker,dest=${ARCHIVE}` },
    },
    {
      uses: ACTIONS.upload.action,
      with: { name: 'image', path: ARCHIVE, 'retention-days': 1, 'if-no-files-found': 'error' },
    },
  ]);
}

function scan(): Job {
  return job(
    'Scan',
    15,
    [
      { uses: ACTIONS.download.action, with: { name: 'image' } },
      {
        name: 'Look for known vulnerabilities',
        uses: ACTIONS.trivy.action,
        with: {
          input: ARCHIVE,
          severity: 'HIGH,CRITICAL',
          'ignore-unfixed': true,
          'exit-code': '1',
        },
      },
    ],
    { needs: ['build'] },
  );
}

function push(unit: string, needs: string[]): Job {
  return job(
    'Push',
    15,
    [
      checkout,
      chooseRegistry,
      { uses: ACTIONS.download.action, with: { name: 'image' } },
      ...logIn,
      {
        name: 'Push the image that was scanned',
        id: 'push',
        env: { TAG: expression('github.sha') },
        run: `echo "image=$(sh ${PUSH_SCRIPT} ${ARCHIVE} "$REGISTRY/${unit}:$TAG")" >> "$GITHUB_OUTPUT"`,
      },
    ],
    {
      needs,
      if: MERGED,
      permissions: { contents: 'read', packages: 'write' },
      outputs: { image: expression('steps.push.outputs.image') },
    },
  );
}

function deploy(unit: string): Job {
  return job(
    'Deploy',
    15,
    [
      checkout,
      reachCluster,
      {
        name: 'Deploy',
        env: {
          IMAGE: expression('needs.push.outputs.image'),
          SECRETS_ENV: expression('secrets.SECRETS_ENV'),
        },
        run: `sh ${DEPLOY_SCRIPT} ${unit} "$IMAGE"`,
      },
    ],
    { needs: ['push'], ...deployment(unit) },
  );
}
