import { DEPLOY_SCRIPT, PUSH_SCRIPT } from '../scripts.ts';
import type { UnitPipeline } from '../unit-pipeline.ts';
import { chooseRegistry, deployment, IMAGES, installPackages, logIn, MERGED, withDocker } from './jobs.ts';
import type { GitlabFile, GitlabJob } from './types.ts';

const ARCHIVE = 'image.tar';
const DAY = '1 day';

/** One unit's way from a change to the cluster: a child pipeline. */
export function unitFile(pipeline: UnitPipeline): GitlabFile {
  const { unit, generated } = pipeline;
  const checks = generated
    ? { lint: check(unit, 'npm run build', 'npm run lint'), test: check(unit, 'npm test') }
    : {};
  return {
    stages: [...(generated ? ['check'] : []), 'build', 'scan', 'push', 'deploy'],
    ...checks,
    build: build(pipeline),
    scan: scan(),
    push: push(unit, Object.keys(checks)),
    deploy: {
      stage: 'deploy',
      needs: [{ job: 'push', artifacts: true }],
      ...deployment(unit),
      script: [`sh ${DEPLOY_SCRIPT} ${unit} "$IMAGE"`],
    },
  };
}

function check(unit: string, ...script: string[]): GitlabJob {
  return {
    stage: 'check',
    image: IMAGES.node,
    interruptible: true,
    script: [...installPackages, `cd apps/${unit}`, ...script],
  };
}

/** The image leaves the job as an archive: what is built by anybody's code never comes near a registry's password. */
function build({ target }: UnitPipeline): GitlabJob {
  return {
    stage: 'build',
    needs: [],
    interruptible: true,
    ...withDocker,
    script: [
      chooseRegistry,
      'export TAG="$CI_COMMIT_SHA" REVISION="$CI_COMMIT_SHA" SOURCE="$CI_PROJECT_URL"',
      'docker context create engine',
      'docker buildx create --use --driver docker-container engine',
      `docker buildx bake ${target} --set ${target}.output=type=docker,dest=${ARCHIVE}`,
    ],
    artifacts: { paths: [ARCHIVE], expire_in: DAY },
  };
}

function scan(): GitlabJob {
  return {
    stage: 'scan',
    needs: [{ job: 'build', artifacts: true }],
    image: { name: IMAGES.trivy, entrypoint: [''] },
    interruptible: true,
    script: [`trivy image --input ${ARCHIVE} --severity HIGH,CRITICAL --ignore-unfixed --exit-code 1`],
  };
}

function push(unit: string, checks: string[]): GitlabJob {
  return {
    stage: 'push',
    needs: [
      { job: 'build', artifacts: true },
      ...['scan', ...checks].map((job) => ({ job, artifacts: false })),
    ],
    rules: [MERGED],
    ...withDocker,
    script: [
      chooseRegistry,
      ...logIn,
      `image=$(sh ${PUSH_SCRIPT} ${ARCHIVE} "$REGISTRY/${unit}:$CI_COMMIT_SHA")`,
      'echo "IMAGE=$image" > image.env',
    ],
    artifacts: { reports: { dotenv: 'image.env' }, expire_in: DAY },
  };
}
