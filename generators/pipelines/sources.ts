import { type ArchDocument, callsOf, isBroker, operationsOf, splitPair } from '#model';
import type { BuiltUnit } from '../bake/images.ts';
import { byText } from '../text/names.ts';

/** Folder of the generated npm workspace. */
export const WORKSPACE = 'services';

/** Files at the workspace's root that every unit is checked and built with. */
const SHARED = ['.dockerignore', 'biome.json', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Glob patterns of everything that a unit's image is made from, and of nothing else: a change elsewhere does not start
 * the unit's pipeline. For generated code these are its program, its modules, the contracts that they import and the
 * packages that all share; for existing software its folder.
 */
export function sourcesOf({ unit, context }: BuiltUnit, document: ArchDocument): string[] {
  if (context !== WORKSPACE) return [inFolder(context)];
  const patterns = [
    `apps/${unit.name}/**`,
    ...unit.components.map((name) => `modules/${name}/**`),
    'contracts/package.json',
    ...contractsOf(unit.components, document).flatMap((name) => [
      `contracts/${name}.*`,
      `contracts/*/${name}.*`,
    ]),
    'runtime/**',
    ...SHARED,
  ];
  return patterns.map((pattern) => `${WORKSPACE}/${pattern}`).sort(byText);
}

/** A folder's name holds no mark of a glob: see `build` in the document's schema. */
function inFolder(folder: string): string {
  const trimmed = folder.replace(/\/+$/, '');
  return trimmed === '.' ? '**' : `${trimmed}/**`;
}

/** Services and brokers whose contracts some components import: their own, and those of whom they talk to. */
function contractsOf(components: readonly string[], document: ArchDocument): string[] {
  const names = new Set(components);
  for (const name of components) {
    for (const operation of Object.values(operationsOf(document.components[name]))) {
      if (operation.consumes !== undefined) names.add(splitPair(operation.consumes, ' ')[0]);
      for (const { target } of callsOf(operation)) {
        const component = document.components[target];
        if (component?.kind === 'service' || isBroker(component)) names.add(target);
      }
    }
  }
  return [...names];
}
