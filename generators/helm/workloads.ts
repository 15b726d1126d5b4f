import { cronJob } from '../kubernetes/cron-jobs.ts';
import { deployment } from '../kubernetes/deployments.ts';
import type { ClusterPlan, ClusterUnit } from '../kubernetes/exposure.ts';
import type {
  V1Container,
  V1DeploymentSpec,
  V1EnvVar,
  V1PersistentVolumeClaim,
  V1PodTemplateSpec,
} from '../kubernetes/models.ts';
import { statefulSet } from '../kubernetes/stateful-sets.ts';
import { block, section, type TemplateObject, value } from './marks.ts';
import { include, labels } from './names.ts';
import { raised, variablesOf } from './units.ts';

/** Deployment of a unit; its replicas are the autoscaler's business where there is one. */
export function deploymentTemplate(unit: ClusterUnit, plan: ClusterPlan): TemplateObject[] {
  const { scalable } = variablesOf(unit);
  return deployment(scalable ? raised(unit) : unit, plan).map(({ spec, ...object }) => {
    const { template, replicas: _, ...others }: Partial<V1DeploymentSpec> = spec ?? {};
    const replicas = { replicas: value('$unit.replicas') };
    const counted = scalable ? section('if not $unit.autoscaling.enabled', replicas) : replicas;
    return {
      ...object,
      spec: { ...others, ...counted, template: podTemplate(template, unit, plan) },
    };
  });
}

export function statefulSetTemplate(unit: ClusterUnit, plan: ClusterPlan): TemplateObject[] {
  return statefulSet(unit, plan).map(({ spec, ...object }) => ({
    ...object,
    spec: {
      ...spec,
      replicas: value('$unit.replicas'),
      template: podTemplate(spec?.template, unit, plan),
      volumeClaimTemplates: spec?.volumeClaimTemplates?.map(claim),
    },
  }));
}

export function cronJobTemplate(unit: ClusterUnit, plan: ClusterPlan): TemplateObject[] {
  return cronJob(unit, plan).map(({ spec, ...object }) => ({
    ...object,
    spec: {
      ...spec,
      schedule: value('$unit.schedule | quote'),
      timeZone: value('$unit.timeZone | quote'),
      jobTemplate: {
        spec: {
          ...spec?.jobTemplate.spec,
          template: podTemplate(spec?.jobTemplate.spec?.template, unit, plan),
        },
      },
    },
  }));
}

function claim({ metadata, spec, ...object }: V1PersistentVolumeClaim) {
  const storage = `(index $unit.storage ${JSON.stringify(metadata?.name)})`;
  return {
    ...object,
    metadata,
    spec: {
      ...spec,
      ...section(`with ${storage}.storageClass`, { storageClassName: value('. | quote') }),
      resources: { requests: { storage: value(`${storage}.size | quote`) } },
    },
  };
}

function podTemplate(template: V1PodTemplateSpec | undefined, unit: ClusterUnit, plan: ClusterPlan) {
  const { topologySpreadConstraints: spread, containers = [], ...spec } = template?.spec ?? {};
  const severalReplicas = `if gt (int (${include(plan, 'maxReplicas', '$unit')})) 1`;
  return {
    metadata: { ...template?.metadata, labels: labels(plan) },
    spec: {
      ...section('with $.Values.image.pullSecrets', { imagePullSecrets: block('toYaml .') }),
      ...spec,
      ...(variablesOf(unit).scalable
        ? section(severalReplicas, { topologySpreadConstraints: spread })
        : { topologySpreadConstraints: spread }),
      containers: containers.map((container) => containerTemplate(container, unit, plan)),
    },
  };
}

function containerTemplate(container: V1Container, unit: ClusterUnit, plan: ClusterPlan) {
  const which = variablesOf(unit).built ? 'builtImage' : 'image';
  return {
    ...container,
    image: value(`${include(plan, which, '(dict "image" $unit.image "root" $)')} | quote`),
    imagePullPolicy: value('$unit.image.pullPolicy'),
    env: container.env?.map((variable) => fromSecret(variable, plan)),
    resources: block('toYaml $unit.resources'),
  };
}

/** The chart's own Secret, or one that somebody else looks after. */
function fromSecret(variable: V1EnvVar, plan: ClusterPlan) {
  const reference = variable.valueFrom?.secretKeyRef;
  if (reference === undefined) return variable;
  const name = value(`${include(plan, 'secretName')} | quote`);
  return { ...variable, valueFrom: { secretKeyRef: { ...reference, name } } };
}
