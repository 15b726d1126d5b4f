import type { Ambient, DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { byText } from '../text/names.ts';
import { contextOf, type Surroundings } from './context.ts';

/**
 * What comes to every generated service by itself, from all components of the layout together. Of two that would set
 * the same variable, e.g. two registries, the first by name does.
 */
export function ambientOf(
  document: ArchDocument,
  catalog: DeploymentCatalog,
  deployed: ReadonlyMap<string, string>,
  around: () => Surroundings,
): Ambient {
  const environment: Record<string, Ambient['environment'][string]> = {};
  const reaches: Ambient['reaches'][number][] = [];
  for (const [name, component] of Object.entries(document.components).sort(([a], [b]) => byText(a, b))) {
    const deployment = catalog.deploymentOf(component);
    const present = deployed.has(name) || deployment?.plan === undefined;
    const ambient = present ? deployment?.ambient?.(component, contextOf(name, around())) : undefined;
    if (ambient === undefined || Object.keys(ambient.environment).some((key) => key in environment)) continue;
    Object.assign(environment, ambient.environment);
    reaches.push(...ambient.reaches);
  }
  return { environment, reaches };
}
