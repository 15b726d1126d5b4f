import { DEPLOY_SCRIPT, FOLDER, OVERLAY } from '../scripts.ts';
import { placeholderSecrets, type SystemPipeline } from '../system-pipeline.ts';
import { SYSTEM_PIPELINE } from '../unit-pipeline.ts';
import { ACTIONS } from './actions.ts';
import { checkout, deployment, expression, job, reachCluster } from './steps.ts';
import type { Job, Workflow } from './types.ts';
import { workflow } from './workflow.ts';

/** The way of manifests and configuration to the cluster: all that no unit's own workflow brings. */
export function systemWorkflow(pipeline: SystemPipeline): Workflow {
  return workflow(SYSTEM_PIPELINE, [...pipeline.sources, `${FOLDER}/**`], {
    check: check(pipeline),
    ...(pipeline.images.length === 0 ? {} : { scan: scan(pipeline.images) }),
    deploy: deploy(),
  });
}

function check(pipeline: SystemPipeline): Job {
  return job('Check', 10, [
    checkout,
    { name: 'Stand-ins for secrets', run: placeholderSecrets(pipeline) },
    { name: 'Build the manifests', run: `kubectl kustomize ${OVERLAY} > /dev/null` },
    { name: 'Read the Compose project', run: 'docker compose config --quiet' },
  ]);
}

/** Tells of vulnerabilities in other people's images; they are no reason to hold back a change here. */
function scan(images: readonly string[]): Job {
  return job(
    'Scan',
    15,
    [
      {
        name: 'Look for known vulnerabilities',
        uses: ACTIONS.trivy.action,
        'continue-on-error': true,
        with: {
          'image-ref': expression('matrix.image'),
          severity: 'CRITICAL',
          'ignore-unfixed': true,
          'exit-code': '1',
        },
      },
    ],
    { strategy: { 'fail-fast': false, matrix: { image: [...images] } } },
  );
}

function deploy(): Job {
  return job(
    'Deploy',
    15,
    [
      checkout,
      reachCluster,
      {
        name: 'Deploy',
        env: { SECRETS_ENV: expression('secrets.SECRETS_ENV') },
        run: `sh ${DEPLOY_SCRIPT} --system`,
      },
    ],
    { needs: ['check'], ...deployment(SYSTEM_PIPELINE) },
  );
}
