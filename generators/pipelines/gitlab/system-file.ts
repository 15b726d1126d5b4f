import { DEPLOY_SCRIPT, OVERLAY } from '../scripts.ts';
import { placeholderSecrets, type SystemPipeline } from '../system-pipeline.ts';
import { SYSTEM_PIPELINE } from '../unit-pipeline.ts';
import { deployment, IMAGES } from './jobs.ts';
import type { GitlabFile } from './types.ts';

/** The way of manifests and configuration to the cluster: all that no unit's own pipeline brings. */
export function systemFile(pipeline: SystemPipeline): GitlabFile {
  return {
    stages: ['check', 'scan', 'deploy'],
    manifests: {
      stage: 'check',
      image: { name: IMAGES.kubectl, entrypoint: [''] },
      interruptible: true,
      script: [placeholderSecrets(pipeline), `kubectl kustomize ${OVERLAY} > /dev/null`],
    },
    compose: {
      stage: 'check',
      image: IMAGES.docker,
      interruptible: true,
      script: [placeholderSecrets(pipeline), 'docker compose config --quiet'],
    },
    ...(pipeline.images.length === 0 ? {} : { scan: scan(pipeline.images) }),
    deploy: {
      stage: 'deploy',
      needs: ['manifests', 'compose'],
      ...deployment(SYSTEM_PIPELINE),
      script: [`sh ${DEPLOY_SCRIPT} --system`],
    },
  };
}

/** Tells of vulnerabilities in other people's images; they are no reason to hold back a change here. */
function scan(images: readonly string[]) {
  return {
    stage: 'scan',
    needs: [],
    image: { name: IMAGES.trivy, entrypoint: [''] },
    interruptible: true,
    allow_failure: true,
    parallel: { matrix: [{ IMAGE: [...images] }] },
    script: ['trivy image --severity CRITICAL --ignore-unfixed --exit-code 1 "$IMAGE"'],
  };
}
