import { publishedPorts } from '../compose/project.ts';
import type { Plan } from '../plan/plan.ts';
import { SECRETS_PATH } from '../secrets.ts';
import type { GeneratedFile } from '../target.ts';

/** Variables that Compose understands, with their defaults. Copied to `.env` by who wants others. */
export function exampleEnvironment(plan: Plan): GeneratedFile {
  const ports = [...publishedPorts(plan)].map(
    ([unit, { variable, port }]) => `# Port of ${unit} on this machine.\n${variable}=${port}\n`,
  );
  const content = [
    '# Copy to .env to change what Compose uses. Secrets do not belong here: they lie in',
    `# ${SECRETS_PATH}.\n`,
    '# Address that ports are published at; 0.0.0.0 opens them to the network.',
    'BIND_ADDRESS=127.0.0.1\n',
    ...ports,
    '# Where images are built to and pulled from.',
    `REGISTRY=${plan.system}`,
    'TAG=latest',
  ];
  return { path: '.env.example', content: `${content.join('\n')}\n`, owner: 'tool' };
}

/** What must not get into version control. */
export function ignoreFile(): GeneratedFile {
  const lines = [
    '# Secrets',
    SECRETS_PATH,
    '.env',
    '',
    '# What builds leave behind',
    'node_modules/',
    'dist/',
    '*.log',
  ];
  return { path: '.gitignore', content: `${lines.join('\n')}\n`, owner: 'tool' };
}
