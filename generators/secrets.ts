import type { Plan } from './plan/plan.ts';
import type { GeneratedFile } from './target.ts';

/** Where the secrets lie: Kustomize reads only files of its own folder, and Compose is told the way there. */
export const SECRETS_PATH = 'kubernetes/base/secrets.env';

/** The one file of secrets, which Compose and Kustomize both read; none where there are no secrets. */
export function secretsFile({ secrets }: Plan): GeneratedFile[] {
  if (secrets.length === 0) return [];
  const lines = secrets.map(({ key, description }) => `# ${description}.\n${key}=\n`);
  const header =
    '# Secrets of this system: drawn once at random, yours ever after. Keep this file out of version control.\n';
  return [
    {
      path: SECRETS_PATH,
      content: header + lines.join(''),
      owner: 'user',
      secrets: secrets.map(({ key }) => key),
    },
  ];
}
