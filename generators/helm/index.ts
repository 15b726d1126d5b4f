import { toYaml } from '#catalog';
import { type ClusterPlan, clusterPlan } from '../kubernetes/exposure.ts';
import { fileKey } from '../kubernetes/names.ts';
import type { GeneratedFile, GeneratorInput, Target } from '../target.ts';
import { helpers } from './helpers.ts';
import { CHART } from './names.ts';
import { notes } from './notes.ts';
import { templateFiles } from './templates.ts';
import { valuesFile } from './values.ts';
import { valuesSchema } from './values-schema.ts';

/** Oldest Kubernetes that serves every kind and field of the chart: time zones of CronJobs are as of 1.27. */
const KUBERNETES = '>=1.27.0-0';

export const helm: Target = {
  id: 'helm',
  title: 'Helm',
  description: 'A chart of the same objects, with values for images, replicas, resources, hosts and secrets.',
  emit: (input): GeneratedFile[] => {
    const plan = clusterPlan(input.plan, input.document);
    const templates = [...templateFiles(plan)].map(([name, text]) => file(`templates/${name}`, text));
    return [
      file('Chart.yaml', chartFile(input)),
      file('.helmignore', IGNORED),
      file('values.yaml', valuesFile(plan)),
      file('values.schema.json', valuesSchema(plan)),
      ...templates,
      file('templates/_helpers.tpl', helpers(plan)),
      file('templates/NOTES.txt', notes(plan)),
      ...configurationFiles(plan),
    ];
  },
};

function chartFile({ document, plan }: GeneratorInput): string {
  return toYaml({
    apiVersion: 'v2',
    name: plan.system,
    description: document.description ?? `The system ${plan.system}.`,
    type: 'application',
    version: '0.1.0',
    appVersion: 'latest',
    kubeVersion: KUBERNETES,
  });
}

const IGNORED = ['.git', '.gitignore', '*.swp', '*.bak', '*.orig', '*.tmp', '*~', ''].join('\n');

/** Files that units mount, as they are; templates read them by `.Files`. */
function configurationFiles({ units }: ClusterPlan): GeneratedFile[] {
  return units.flatMap(({ name, container }) =>
    container.files.map(({ mountPath, content }) => file(`files/${name}/${fileKey(mountPath)}`, content)),
  );
}

function file(path: string, content: string): GeneratedFile {
  return { path: `${CHART}/${path}`, content, owner: 'tool' };
}
