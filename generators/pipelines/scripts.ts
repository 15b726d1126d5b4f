import type { Plan } from '../plan/plan.ts';
import type { UnitPipeline } from './unit-pipeline.ts';

export const FOLDER = 'pipelines';
export const PUSH_SCRIPT = `${FOLDER}/push.sh`;
export const DEPLOY_SCRIPT = `${FOLDER}/deploy.sh`;
/** Overlay of Kustomize that pipelines put onto the cluster. */
export const OVERLAY = 'kubernetes/overlays/prod';

/** Pushes an image from the very archive that was scanned, and tells its digest. */
export const pushScript = `#!/bin/sh
# Pushes the image in an archive, and prints it with its digest.
# usage: pipelines/push.sh ARCHIVE REGISTRY/UNIT:TAG
set -eu

archive=$1
image=$2

docker load --input "$archive" >&2
docker push "$image" >&2
# An image may have been pushed to several places: this one counts.
docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$image" | grep -F "\${image%:*}@" | head -n 1
`;

/** Secrets that lie there stay; others are there only while the script runs. */
const PREPARE_SECRETS = `  secrets=kubernetes/base/secrets.env
  if [ ! -e "$secrets" ]; then
    written="$written $secrets"
    if [ -f "\${SECRETS_ENV:-}" ]; then
      (umask 077 && cat "$SECRETS_ENV" > "$secrets")
    else
      (umask 077 && printf '%s\\n' "\${SECRETS_ENV:?holds no secrets}" > "$secrets")
    fi
  fi
`;
const LABEL_SECRETS = `# Secrets get a label, so that they can be applied together with one unit.
patches:
  - target: { version: v1, kind: Secret }
    patch: '[{"op": "add", "path": "/metadata/labels", "value": {"app.kubernetes.io/component": "secrets"}}]'
`;
const APPLY_SECRETS = `  kubectl apply -k "$release" -l app.kubernetes.io/component=secrets
`;

/**
 * Puts manifests onto a cluster. Everything that stands in it is a DNS label or fixed text.
 *
 * @param units all that are built here
 */
export function deployScript({ system, secrets }: Plan, units: readonly UnitPipeline[]): string {
  const cases = units.map(({ unit, workload }) => `    ${unit}) echo ${workload} ;;\n`).join('');
  return `#!/bin/sh
# Puts this system, or one unit of it, onto the cluster that kubectl points at.
# usage: pipelines/deploy.sh UNIT REGISTRY/UNIT@DIGEST   the unit, at that image; back to the one before if it does not come up
#        pipelines/deploy.sh --system                    everything else; units go on with the images that they run
# environment: SECRETS_ENV  content of kubernetes/base/secrets.env, or the path of a file that holds it
#              OVERLAY      folder that Kustomize starts from; NAMESPACE, where the overlay has another; TIMEOUT of a roll-out
set -eu

overlay=\${OVERLAY:-${OVERLAY}}
namespace=\${NAMESPACE:-${system}}
release=kubernetes/release
written=$release
units='${units.map(({ unit }) => unit).join(' ')}'

workload_of() {
  case $1 in
${cases}    *) echo "There is no unit $1 that is built here." >&2; exit 64 ;;
  esac
}

# The overlay with images by digest, in a folder of its own so that no checked-in file changes.
prepare() {
  trap 'rm -rf $written' EXIT
  mkdir -p "$release"
${secrets.length === 0 ? '' : PREPARE_SECRETS}  cat > "$release/kustomization.yaml" <<END
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: ['../../$overlay']
${secrets.length === 0 ? '' : LABEL_SECRETS}images:
END
}

# use UNIT IMAGE@DIGEST
use() {
  case $2 in
    *[!A-Za-z0-9./:@_-]*) echo "$2 is no image." >&2; exit 64 ;;
    *@sha256:*) ;;
    *) echo "$2 names no digest." >&2; exit 64 ;;
  esac
  printf "  - { name: '${system}/%s', newName: '%s', digest: '%s' }\\n" "$1" "\${2%@*}" "\${2#*@}" >> "$release/kustomization.yaml"
}

deploy_unit() {
  workload=$(workload_of "$1")
  prepare
  use "$1" "$2"
${secrets.length === 0 ? '' : APPLY_SECRETS}  kubectl apply -k "$release" -l "app.kubernetes.io/name=$1"
  case $workload in
    cronjob/*) return ;; # its next run takes the new image
  esac
  kubectl -n "$namespace" rollout status "$workload" --timeout "\${TIMEOUT:-5m}" && return
  kubectl -n "$namespace" get pods -l "app.kubernetes.io/name=$1" -o wide >&2 || true
  kubectl -n "$namespace" rollout undo "$workload" >&2 || true
  echo "$1 did not come up at $2." >&2
  exit 1
}

deploy_system() {
  prepare
  waiting=
  for unit in $units; do
    image=$(kubectl -n "$namespace" get "$(workload_of "$unit")" --ignore-not-found -o jsonpath='{..containers[0].image}')
    case $image in
      *@sha256:*) use "$unit" "$image" ;;
      *) waiting=\${waiting:+$waiting,}$unit ;; # its own pipeline brings the first image
    esac
  done
  if [ -z "$waiting" ]; then
    kubectl apply -k "$release"
  else
    kubectl apply -k "$release" -l "app.kubernetes.io/name notin ($waiting)"
  fi
}

case \${1:-} in
  --system) deploy_system ;;
  *)
    [ $# -eq 2 ] || { sed -n '2,6s/^# //p' "$0" >&2; exit 64; }
    deploy_unit "$1" "$2"
    ;;
esac
`;
}
