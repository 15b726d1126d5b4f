import { selectorOf } from '../kubernetes/metadata.ts';
import { SECRET_NAME } from '../kubernetes/names.ts';
import type { Plan } from '../plan/plan.ts';

type Define = (name: string, comment: string, body: string) => string;

/** Named templates that the others use; `_helpers.tpl`. */
export function helpers(plan: Plan): string {
  const { system } = plan;
  const define: Define = (name, comment, body) =>
    `{{/*\n${comment}\n*/}}\n{{- define "${system}.${name}" -}}\n${body}\n{{- end }}\n`;
  return [
    define('labels', 'Labels of an object of a unit; takes unit, component and root.', labels(plan)),
    define('image', 'Image of a unit; takes image.', IMAGE),
    define(
      'builtImage',
      'Image of a unit that is built from this source: at the common registry and tag; takes image and root.',
      builtImage(system),
    ),
    define('minReplicas', 'Replicas that a unit has at least; takes its values.', replicas('minReplicas')),
    define('maxReplicas', 'Replicas that a unit has at most; takes its values.', replicas('maxReplicas')),
    ...(plan.secrets.length === 0 ? [] : secretHelpers(define)),
    define(
      'everyPod',
      'Selects all pods, but for the proxies that a Gateway runs in its namespace: whom they talk to is the business of the cluster.',
      EVERY_POD,
    ),
  ].join('\n');
}

function secretHelpers(define: Define): string[] {
  return [
    define('secretName', 'Name of the Secret that the units read.', SECRET),
    define(
      'secret',
      'One secret, encoded: as the values say, else as it was, else drawn at random; takes key, old and root.',
      DRAWN,
    ),
  ];
}

/** As in the Kustomize base: selectors cannot change, so that one may come after the other. */
function labels({ system }: Plan): string {
  const [name = '', instance = ''] = Object.keys(selectorOf('', system));
  return [
    `${name}: {{ .unit | quote }}`,
    `${instance}: "${system}"`,
    'app.kubernetes.io/component: {{ .component | quote }}',
    `app.kubernetes.io/part-of: "${system}"`,
    'app.kubernetes.io/managed-by: archwright',
    '{{- with .root.Values.commonLabels }}',
    '{{ toYaml . }}',
    '{{- end }}',
  ].join('\n');
}

const IMAGE = `{{- .image.repository -}}
{{- with .image.tag }}:{{ . }}{{ end -}}
{{- with .image.digest }}@{{ . }}{{ end -}}`;

function builtImage(system: string): string {
  return `{{- $common := .root.Values.image -}}
{{- with $common.registry }}{{ . | trimSuffix "/" }}/{{ end -}}
{{- $tag := .image.tag | default $common.tag -}}
{{- include "${system}.image" (dict "image" (merge (dict "tag" $tag) .image)) -}}`;
}

function replicas(bound: 'minReplicas' | 'maxReplicas'): string {
  return `{{- if (.autoscaling).enabled -}}
{{- .autoscaling.${bound} -}}
{{- else -}}
{{- .replicas -}}
{{- end -}}`;
}

const SECRET = `{{- $.Values.secrets.existingSecret | default "${SECRET_NAME}" -}}`;

/** As long as those that are drawn for the Kustomize base, and of the same letters: they fit into addresses. */
const DRAWN = `{{- $given := index .root.Values.secrets.values .key -}}
{{- if $given -}}
{{- $given | toString | b64enc -}}
{{- else if hasKey .old .key -}}
{{- index .old .key -}}
{{- else -}}
{{- randAlphaNum 32 | b64enc -}}
{{- end -}}`;

const EVERY_POD = `{{- $proxies := false -}}
{{- range $.Values.units -}}
{{- if eq (dig "expose" "by" "none" .) "gateway-api" -}}{{- $proxies = true -}}{{- end -}}
{{- end -}}
{{- if $proxies -}}
matchExpressions:
  - key: gateway.networking.k8s.io/gateway-name
    operator: DoesNotExist
{{- else -}}
{}
{{- end -}}`;
