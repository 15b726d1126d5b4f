import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { DEFAULT_LAYOUT } from './plan/layouts.ts';
import type { Plan } from './plan/plan.ts';
import { planOf } from './plan/plan-of.ts';
import type { GeneratedFile, Target } from './target.ts';
import { targets } from './targets.ts';
import { byText } from './text/names.ts';

export interface GenerateOptions {
  /** One of `layoutsOf(document)`; the default one where it is absent. */
  layout?: string;
  /** Ids of targets; all of them where it is absent. */
  targets?: readonly string[];
}

/** Everything that is generated from a document, in memory. */
export interface GeneratedTree {
  layout: string;
  plan: Plan;
  /** Sorted by path; every path once. */
  files: GeneratedFile[];
}

/**
 * Generates a tree of files. The same document gives the same bytes.
 *
 * @param document a valid one
 * @throws RangeError for a layout or a target that does not exist
 */
export function generate(
  document: ArchDocument,
  catalog: DeploymentCatalog,
  options: GenerateOptions = {},
): GeneratedTree {
  const layout = options.layout ?? DEFAULT_LAYOUT;
  const plan = planOf(document, layout, catalog);
  const files = chosen(options.targets).flatMap((target) => target.emit({ document, plan, catalog }));
  return { layout, plan, files: mergeFiles(files) };
}

function chosen(ids: readonly string[] | undefined): Target[] {
  if (ids === undefined) return targets;
  const unknown = ids.find((id) => !targets.some((target) => target.id === id));
  if (unknown !== undefined) {
    throw new RangeError(
      `There is no target "${unknown}"; there are ${targets.map(({ id }) => id).join(', ')}.`,
    );
  }
  return targets.filter(({ id }) => ids.includes(id));
}

/** Targets may need the same file, e.g. a mounted configuration; they may not disagree about it. */
function mergeFiles(files: readonly GeneratedFile[]): GeneratedFile[] {
  const byPath = new Map<string, GeneratedFile>();
  for (const file of files) {
    const known = byPath.get(file.path);
    if (known !== undefined && known.content !== file.content) {
      throw new Error(`Two targets want different contents of ${file.path}.`);
    }
    byPath.set(file.path, file);
  }
  return [...byPath.values()].sort((a, b) => byText(a.path, b.path));
}
