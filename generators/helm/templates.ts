import { autoscaler } from '../kubernetes/autoscalers.ts';
import { configMap } from '../kubernetes/config-maps.ts';
import { disruptionBudget } from '../kubernetes/disruption-budgets.ts';
import type { ClusterPlan, ClusterUnit } from '../kubernetes/exposure.ts';
import { namespace } from '../kubernetes/namespace.ts';
import { serviceAccount } from '../kubernetes/service-accounts.ts';
import { services } from '../kubernetes/services.ts';
import { escapeData } from './escape.ts';
import { gatewayTemplates, ingressTemplate } from './exposures.ts';
import { type Template, type TemplateObject, templateText, value } from './marks.ts';
import { include, labels, preamble } from './names.ts';
import { policyTemplates } from './policies.ts';
import { secretTemplate } from './secrets.ts';
import { raised, variablesOf } from './units.ts';
import { cronJobTemplate, deploymentTemplate, statefulSetTemplate } from './workloads.ts';

type Family = (unit: ClusterUnit, plan: ClusterPlan) => Template[];

/** The same families as in the Kustomize base, by the same objects, with places that values fill. */
const BY_UNIT: Readonly<Record<string, Family>> = {
  'service-accounts.yaml': always(serviceAccount),
  'config-maps.yaml': always(configMapTemplate),
  'services.yaml': always(services),
  'stateful-sets.yaml': always(statefulSetTemplate),
  'deployments.yaml': always(deploymentTemplate),
  'cron-jobs.yaml': always(cronJobTemplate),
  'autoscalers.yaml': autoscalerTemplate,
  'disruption-budgets.yaml': disruptionBudgetTemplate,
  'ingresses.yaml': ingressTemplate,
  'gateways.yaml': gatewayTemplates,
};

/** Texts of the chart's template files by name. */
export function templateFiles(written: ClusterPlan): Map<string, string> {
  const plan = { ...written, units: written.units.map(escapedUnit) };
  const files = new Map([
    [
      'namespace.yaml',
      documentText({ condition: 'if $.Values.namespace.create', ...namespaceTemplate(plan) }),
    ],
    ['secrets.yaml', secretTemplate(plan)],
    ['network-policies.yaml', policiesText(plan)],
  ]);
  for (const [file, family] of Object.entries(BY_UNIT)) {
    const documents = plan.units.flatMap((unit) =>
      family(unit, plan).map(({ condition, object }) =>
        documentText({ condition, object: placed(object, plan, unit), unit }),
      ),
    );
    files.set(file, documents.join(''));
  }
  return new Map([...files].filter(([, text]) => text !== ''));
}

/** What people wrote stands in templates as it is. Files do not stand in templates. */
function escapedUnit(unit: ClusterUnit): ClusterUnit {
  const { files, ...container } = unit.container;
  return { ...unit, container: { ...escapeData(container), files } };
}

/** Objects that are there whatever the values. */
function always(family: (unit: ClusterUnit, plan: ClusterPlan) => object[]): Family {
  return (unit, plan) => family(unit, plan).map((object) => ({ object: { ...object } }));
}

/** Files lie in the chart as they are: a template would have to escape them. */
function configMapTemplate(unit: ClusterUnit, plan: ClusterPlan): TemplateObject[] {
  return configMap(unit, plan).map(({ data = {}, ...object }) => ({
    ...object,
    data: Object.fromEntries(
      Object.keys(data).map((key) => {
        const path = JSON.stringify(`files/${unit.name}/${key}`);
        return [key, value(`$.Files.Get ${path} | toJson`)];
      }),
    ),
  }));
}

function autoscalerTemplate(unit: ClusterUnit, plan: ClusterPlan): Template[] {
  if (!variablesOf(unit).scalable) return [];
  const averageUtilization = value('$unit.autoscaling.targetCPUUtilizationPercentage');
  const metrics = [
    { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } },
  ];
  return autoscaler(raised(unit), plan).map(({ spec, ...object }) => ({
    condition: 'if $unit.autoscaling.enabled',
    object: {
      ...object,
      spec: {
        ...spec,
        minReplicas: value('$unit.autoscaling.minReplicas'),
        maxReplicas: value('$unit.autoscaling.maxReplicas'),
        metrics,
      },
    },
  }));
}

function disruptionBudgetTemplate(unit: ClusterUnit, plan: ClusterPlan): Template[] {
  const condition = `if gt (int (${include(plan, 'minReplicas', '$unit')})) 1`;
  const guarded = variablesOf(unit).scalable ? raised(unit) : unit;
  return disruptionBudget(guarded, plan).map((object) => ({ condition, object: { ...object } }));
}

/** Helm makes the namespace of a release itself, so the chart does only when it is asked to. */
function namespaceTemplate(plan: ClusterPlan): Template {
  const { metadata, ...object } = namespace(plan);
  return { object: { ...object, metadata: { ...metadata, name: value('$.Release.Namespace | quote') } } };
}

function policiesText(plan: ClusterPlan): string {
  const documents = policyTemplates(plan).map(({ unit, object }) =>
    documentText({ object: placed(object, plan, unit), unit }),
  );
  return `{{- if $.Values.networkPolicies.enabled }}\n${documents.join('')}{{- end }}\n`;
}

/** Puts an object into the release's namespace, with the labels that all objects of its unit share. */
function placed(object: TemplateObject, plan: ClusterPlan, unit?: ClusterUnit): TemplateObject {
  const common = unit === undefined ? {} : { labels: labels(plan) };
  const { apiVersion, kind, metadata, ...others } = object;
  const placing = { namespace: value('$.Release.Namespace | quote'), ...common };
  return { apiVersion, kind, metadata: { ...metadata, ...placing }, ...others };
}

/** One document, which may use the values of its unit as `$unit`. */
function documentText({ condition, object, unit }: Template & { unit?: ClusterUnit }): string {
  const text = templateText(object);
  const conditional =
    condition === undefined ? `---\n${text}` : `{{- ${condition} }}\n---\n${text}{{- end }}\n`;
  return unit === undefined ? conditional : preamble(unit, conditional) + conditional;
}
