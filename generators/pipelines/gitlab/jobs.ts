import { NODE_IMAGE } from '../../services/versions.ts';
import type { GitlabJob, GitlabRule } from './types.ts';

/** Images that jobs run in. The scanner's is pinned by digest: its tags were moved to other code once. */
export const IMAGES = {
  node: NODE_IMAGE,
  docker: 'docker:29-cli',
  dockerService: 'docker:29-dind',
  trivy: 'aquasec/trivy:0.74.0@sha256:62b1e65e8869bc4b4c6aa4fa2b21595256c7c2f6018a9d9ad61caf87187c1969',
  kubectl: 'alpine/k8s:1.34.1',
};

/** Only what has been merged is pushed and deployed. */
export const MERGED: GitlabRule = { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' };
const DEPLOYED: GitlabRule = { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $DEPLOY == "true"' };

/** Fields of a job that talks to a Docker engine of its own, over TLS. */
export const withDocker: Partial<GitlabJob> = {
  image: IMAGES.docker,
  services: [IMAGES.dockerService],
  variables: {
    DOCKER_HOST: 'tcp://docker:2376',
    DOCKER_TLS_CERTDIR: '/certs',
    DOCKER_TLS_VERIFY: '1',
    DOCKER_CERT_PATH: '/certs/client',
  },
};

/** Sets REGISTRY: the project's or group's variable of that name, or the project's own registry. */
export const chooseRegistry = `export REGISTRY="\${REGISTRY:-$CI_REGISTRY_IMAGE}"`;

/** Logs in where images are pushed to. The project's own token goes to the project's own registry and to no other. */
export const logIn = [
  [
    `if [ -n "\${REGISTRY_HOST:-}" ]; then`,
    '  printf %s "$REGISTRY_PASSWORD" | docker login --username "$REGISTRY_USER" --password-stdin "$REGISTRY_HOST"',
    'else',
    '  printf %s "$CI_REGISTRY_PASSWORD" | docker login --username "$CI_REGISTRY_USER" --password-stdin "$CI_REGISTRY"',
    'fi',
  ].join('\n'),
];

/** Installs the workspace's packages: the locked ones where a lock file has been checked in. */
export const installPackages = [
  'cd services',
  'if [ -f package-lock.json ]; then npm ci --ignore-scripts; else npm install --ignore-scripts; fi',
];

/** Fields of a job that changes the cluster: one at a time, where it is wanted. KUBECONFIG is a variable of type File. */
export function deployment(group: string): Partial<GitlabJob> {
  return {
    image: { name: IMAGES.kubectl, entrypoint: [''] },
    rules: [DEPLOYED],
    environment: { name: 'production' },
    resource_group: `deploy-${group}`,
    interruptible: false,
  };
}
