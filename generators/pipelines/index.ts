import { toYaml } from '#catalog';
import type { GeneratedFile, GeneratorInput, Target } from '../target.ts';
import { dependabot } from './github/dependabot.ts';
import { systemWorkflow } from './github/system-workflow.ts';
import { unitWorkflow } from './github/unit-workflow.ts';
import { printWorkflow, workflowPath } from './github/workflow.ts';
import { childPath, rootFile } from './gitlab/root-file.ts';
import { systemFile } from './gitlab/system-file.ts';
import { unitFile } from './gitlab/unit-file.ts';
import { DEPLOY_SCRIPT, deployScript, FOLDER, PUSH_SCRIPT, pushScript } from './scripts.ts';
import { type SystemPipeline, systemPipeline } from './system-pipeline.ts';
import { SYSTEM_PIPELINE, type UnitPipeline, unitPipelines } from './unit-pipeline.ts';

const HEAD = ['Written by Archwright.'];

export const pipelines: Target = {
  id: 'pipelines',
  title: 'Pipelines',
  description: 'GitHub Actions and GitLab CI: for every unit a pipeline of its own, from lint to deploy.',
  emit: ({ document, plan }: GeneratorInput): GeneratedFile[] => {
    if (plan.units.length === 0) return [];
    const units = unitPipelines(document, plan);
    const system = systemPipeline(plan);
    const files: Record<string, string> = {
      ...github(units, system),
      ...gitlab(units, system),
      [PUSH_SCRIPT]: pushScript,
      [DEPLOY_SCRIPT]: deployScript(plan, units),
    };
    return Object.entries(files).map(([path, content]) => ({ path, content, owner: 'tool' }));
  },
};

function github(units: readonly UnitPipeline[], system: SystemPipeline): Record<string, string> {
  const workflows = units.map((unit) => [workflowPath(unit.unit), printWorkflow(unitWorkflow(unit))]);
  return {
    ...Object.fromEntries(workflows),
    [workflowPath(SYSTEM_PIPELINE)]: printWorkflow(systemWorkflow(system)),
    '.github/dependabot.yml': toYaml(dependabot(units.some(({ generated }) => generated)), HEAD),
  };
}

function gitlab(units: readonly UnitPipeline[], system: SystemPipeline): Record<string, string> {
  const scripts = `${FOLDER}/**/*`;
  const children = [
    ...units.map((unit) => ({
      name: unit.unit,
      sources: [...unit.sources.map(gitlabPattern), scripts],
      file: unitFile(unit),
    })),
    {
      name: SYSTEM_PIPELINE,
      sources: [...system.sources.map(gitlabPattern), scripts],
      file: systemFile(system),
    },
  ];
  return {
    '.gitlab-ci.yml': toYaml(rootFile(children), HEAD),
    ...Object.fromEntries(children.map(({ name, file }) => [childPath(name), toYaml(file, HEAD)])),
  };
}

/** GitLab's patterns are Ruby's: `**` at the end matches no files of folders below. */
function gitlabPattern(pattern: string): string {
  return pattern.endsWith('**') ? `${pattern}/*` : pattern;
}
