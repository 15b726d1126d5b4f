import type { Plan } from '../plan/plan.ts';
import { byText } from '../text/names.ts';

/** What the pipeline of all that is not built here depends on. */
export interface SystemPipeline {
  /** Glob patterns of manifests, Compose files and configuration. */
  sources: readonly string[];
  /** Images of somebody else. Sorted, each once. */
  images: readonly string[];
  /** Keys of all secrets, for checks that need the file but not its values. */
  secrets: readonly string[];
}

export function systemPipeline({ units, secrets }: Plan): SystemPipeline {
  const files = units.flatMap(({ container }) => container.files.map(({ path }) => topFolder(path)));
  const images = units.flatMap(({ container: { image } }) => ('reference' in image ? [image.reference] : []));
  return {
    sources: [
      ...new Set(['compose.app.yaml', 'compose.yaml', 'docker-bake.hcl', 'kubernetes/**', ...files]),
    ].sort(byText),
    images: [...new Set(images)].sort(byText),
    secrets: secrets.map(({ key }) => key),
  };
}

function topFolder(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : `${path.slice(0, slash)}/**`;
}

/** Shell command that writes the file of secrets with a word for each, so that manifests can be built. */
export function placeholderSecrets({ secrets }: SystemPipeline): string {
  const file = 'kubernetes/base/secrets.env';
  return secrets.length === 0 ? `: > ${file}` : `printf '%s=check\\n' ${secrets.join(' ')} > ${file}`;
}
