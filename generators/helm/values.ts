import { toYaml } from '#catalog';
import { isAutoscaled } from '../kubernetes/autoscalers.ts';
import type { ClusterPlan, ClusterUnit } from '../kubernetes/exposure.ts';
import { builtImage, resourcesOf } from '../kubernetes/pod.ts';
import { variablesOf } from './units.ts';

/** A part of the values, and what a person has to know about it. */
interface Section {
  comment: readonly string[];
  values: Record<string, unknown>;
}

/** `values.yaml`: as the Kustomize base has it, unless somebody changes it. */
export function valuesFile(plan: ClusterPlan): string {
  const texts = sections(plan).map(({ comment, values }) => toYaml(values, comment));
  return [header(plan), ...texts].join('\n');
}

function header({ system }: ClusterPlan): string {
  return [
    `# Values of ${system}: as they stand, they give what kubernetes/base holds. To change some, write them into a file`,
    '# of your own:',
    `# helm upgrade --install ${system} helm --namespace ${system} --create-namespace --values FILE`,
    '',
  ].join('\n');
}

function sections(plan: ClusterPlan): Section[] {
  return [
    {
      comment: [
        'Images that are built from this source: where they are pulled from (registry.example.com/team), their tag where a',
        'unit has none of its own, and the Secrets that open the registry ([{ name: my-registry }]).',
      ],
      values: { image: { registry: '', tag: 'latest', pullSecrets: [] } },
    },
    { comment: ['Labels that every object of a unit is given besides.'], values: { commonLabels: {} } },
    {
      comment: [
        'Helm makes the namespace (--create-namespace). With create, the chart has it, with labels that refuse pods of more',
        'privileges; for tools that apply what `helm template` prints.',
      ],
      values: { namespace: { create: false } },
    },
    {
      comment: ['Deny all traffic but the connections of the drawing.'],
      values: { networkPolicies: { enabled: true } },
    },
    ...secretsSection(plan),
    {
      comment: [
        'What runs. image: tag and digest may be empty. replicas: unless autoscaling is enabled. resources: of each replica.',
        'storage: size and class of the disks by name; they keep the size that they were made with. schedule: five cron',
        'fields. expose: by ingress, gateway-api or none; className is that of the Ingress or Gateway, tlsSecret a Secret of',
        'type kubernetes.io/tls, host empty for any.',
      ],
      values: { units: unitsValues(plan) },
    },
  ];
}

function secretsSection(plan: ClusterPlan): Section[] {
  if (plan.secrets.length === 0) return [];
  return [
    {
      comment: [
        'Drawn at random on installation, kept ever after. existingSecret: the name of a Secret of your own that holds all of',
        'these keys instead; needed by tools that only print the chart, which would draw new ones every time. values: fixes',
        `single ones. Keys: ${plan.secrets.map(({ key }) => key).join(', ')}.`,
      ],
      values: { secrets: { existingSecret: '', values: {} } },
    },
  ];
}

function unitsValues(plan: ClusterPlan): Record<string, object> {
  return Object.fromEntries(plan.units.map((unit) => [unit.name, unitValues(unit, plan)]));
}

function unitValues(unit: ClusterUnit, plan: ClusterPlan) {
  const { container, exposure } = unit;
  const { scheduled, scalable } = variablesOf(unit);
  const storage = container.volumes.map(({ name, size }) => [name, { size, storageClass: '' }]);
  return {
    image: { ...imageParts(unit, plan), pullPolicy: 'IfNotPresent' },
    ...(container.schedule && { schedule: container.schedule.cron, timeZone: container.schedule.timeZone }),
    replicas: scheduled ? undefined : container.replicas.min,
    autoscaling: scalable ? autoscalingValues(unit) : undefined,
    resources: resourcesOf(container),
    storage: storage.length === 0 ? undefined : Object.fromEntries(storage),
    expose: exposure && {
      by: exposure.by,
      className: exposure.className ?? '',
      host: exposure.host ?? '',
      tlsSecret: exposure.tlsSecret ?? '',
      annotations: {},
    },
  };
}

/** Where the number of replicas is fixed, room for as many again is offered. */
function autoscalingValues(unit: ClusterUnit) {
  const enabled = isAutoscaled(unit);
  const { min, max, cpuTarget } = unit.container.replicas;
  return {
    enabled,
    minReplicas: min,
    maxReplicas: enabled ? max : min * 2,
    targetCPUUtilizationPercentage: Math.max(1, Math.round(cpuTarget * 100)),
  };
}

/** Parts of an image's name: `registry:5000/name:tag@digest`. Images that are built here follow the common tag. */
function imageParts(unit: ClusterUnit, plan: ClusterPlan) {
  const { image } = unit.container;
  if (!('reference' in image)) return { repository: builtImage(unit, plan) ?? '', tag: '', digest: '' };
  const [named = '', digest = ''] = image.reference.split('@', 2);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  return {
    repository: hasTag ? named.slice(0, colon) : named,
    tag: hasTag ? named.slice(colon + 1) : '',
    digest,
  };
}
