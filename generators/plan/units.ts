import { type DeploymentCatalog, isExisting } from '#catalog';
import type { ArchDocument, Component } from '#model';
import { freeName } from '../text/names.ts';
import { layoutOf } from './layouts.ts';

/** Components that run together, before it is known how. */
export interface UnitMembers {
  name: string;
  /** In the document's order; more than one only for generated services. */
  components: readonly string[];
}

/**
 * Packs a document's components into units.
 *
 * Generated services share units as the layout says. Whatever else is deployed is a unit of its own: engines and
 * existing software are images of somebody else's.
 *
 * @returns units in the order of their first components, and each deployed component's unit
 * @throws RangeError if the document has no such layout
 */
export function unitsOf(document: ArchDocument, layoutName: string, catalog: DeploymentCatalog) {
  const layout = layoutOf(document, layoutName);
  const omitted = new Set(layout.omit ?? []);
  const deployed = Object.entries(document.components).filter(
    ([name, component]) => !omitted.has(name) && catalog.deploymentOf(component)?.plan !== undefined,
  );
  const shared = sharedUnits(layout.units ?? {}, new Map(deployed));
  const units = new Map<string, string[]>();
  const unitOf = new Map<string, string>();
  for (const [name] of deployed) {
    const unit = shared.get(name) ?? name;
    units.set(unit, [...(units.get(unit) ?? []), name]);
    unitOf.set(name, unit);
  }
  const members: UnitMembers[] = [...units].map(([name, components]) => ({ name, components }));
  return { units: members, unitOf };
}

/** Unit of every service that a layout packs. A unit may not take the name of a component outside of it. */
function sharedUnits(
  units: Readonly<Record<string, readonly string[]>>,
  deployed: ReadonlyMap<string, Component>,
) {
  const shared = new Map<string, string>();
  const packed = (name: string) => isPackable(deployed.get(name)) && !shared.has(name);
  const taken = new Set(deployed.keys());
  for (const [wanted, names] of Object.entries(units)) {
    const members = names.filter(packed);
    const unit = members.includes(wanted) ? wanted : freeName(wanted, taken);
    taken.add(unit);
    for (const member of members) shared.set(member, unit);
  }
  return shared;
}

function isPackable(component: Component | undefined): boolean {
  return component?.kind === 'service' && !isExisting(component);
}
