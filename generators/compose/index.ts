import { toYaml } from '#catalog';
import { exampleEnvironment, ignoreFile } from '../docs/housekeeping.ts';
import { configurationFiles } from '../files.ts';
import { SECRETS_PATH, secretsFile } from '../secrets.ts';
import type { GeneratedFile, Target } from '../target.ts';
import { composeFile } from './project.ts';

const APP_PATH = 'compose.app.yaml';

export const compose: Target = {
  id: 'compose',
  title: 'Docker Compose',
  description: 'The system on one machine: containers, networks, volumes and health checks.',
  emit: ({ plan }): GeneratedFile[] => {
    // The secrets' file is named by an include, so that no flag is needed and no container sees another's secrets.
    const include = { path: APP_PATH, env_file: plan.secrets.length === 0 ? undefined : SECRETS_PATH };
    return [
      { path: 'compose.yaml', content: toYaml({ name: plan.system, include: [include] }), owner: 'tool' },
      {
        path: APP_PATH,
        content: toYaml(composeFile(plan), ['Included by compose.yaml, which names the secrets.']),
        owner: 'tool',
      },
      ...configurationFiles(plan),
      ...secretsFile(plan),
      exampleEnvironment(plan),
      ignoreFile(),
    ];
  },
};
