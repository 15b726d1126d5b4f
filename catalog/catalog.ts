import type { Component, Kind, RuledVocabulary } from '#model';
import type { CatalogEntry, EntryDeployment } from './entry.ts';

/** The engines and kinds that a document may use. */
export interface Catalog {
  /** In the order of the palette. */
  entries: readonly CatalogEntry[];
  /** Entry of a kind and engine; without an engine the kind's default. */
  find(kind: Kind, engine?: string): CatalogEntry | undefined;
  /**
   * Entry of a component; that of its kind's default engine where its engine is unknown.
   *
   * @throws RangeError if the catalogue has no entry of the component's kind
   */
  entryOf(component: Component): CatalogEntry;
  /** What the model needs to know of the entries. */
  vocabulary: RuledVocabulary;
}

/** A catalogue that also knows how its entries run. */
export interface DeploymentCatalog extends Catalog {
  /** How a component's engine runs; `undefined` where nothing of it is deployed. */
  deploymentOf(component: Component): EntryDeployment | undefined;
}

/**
 * Adds to a catalogue how its entries run.
 *
 * @param deployments one for each entry that is deployed, in any order
 */
export function withDeployments(
  catalog: Catalog,
  deployments: readonly EntryDeployment[],
): DeploymentCatalog {
  const byEntry = new Map(deployments.map((deployment) => [deployment.entry, deployment]));
  return { ...catalog, deploymentOf: (component) => byEntry.get(catalog.entryOf(component)) };
}

/**
 * Puts entries together.
 *
 * @param entries in the order of the palette; the first of a kind is the kind's default engine
 */
export function createCatalog(entries: readonly CatalogEntry[]): Catalog {
  const byKind = new Map<Kind, CatalogEntry[]>();
  for (const entry of entries) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry]);
  const find = (kind: Kind, engine?: string): CatalogEntry | undefined => {
    const candidates = byKind.get(kind) ?? [];
    return engine === undefined ? candidates[0] : candidates.find((entry) => entry.engine === engine);
  };
  const entryOf = (component: Component): CatalogEntry => {
    const entry = find(component.kind, component.engine) ?? find(component.kind);
    if (!entry) throw new RangeError(`The catalogue has no entry of kind ${component.kind}.`);
    return entry;
  };
  return { entries, find, entryOf, vocabulary: vocabularyOf(entries, byKind, find) };
}

function vocabularyOf(
  entries: readonly CatalogEntry[],
  byKind: ReadonlyMap<Kind, readonly CatalogEntry[]>,
  find: Catalog['find'],
): RuledVocabulary {
  const accepted = [...new Set(entries.flatMap((entry) => entry.accepts))];
  const spoken = ({ speaks }: CatalogEntry) => (speaks === 'any' ? accepted : speaks);
  return {
    enginesOf: (kind) =>
      (byKind.get(kind) ?? []).flatMap(({ engine }) => (engine === undefined ? [] : [engine])),
    fieldsOf: (kind, engine) => ({ ...find(kind, engine)?.fields }),
    protocolsInto: (kind, engine) => find(kind, engine)?.accepts ?? [],
    protocolsOutOf: (kind, engine) => {
      const entry = find(kind, engine);
      return entry ? spoken(entry) : [];
    },
    verbsOf: (kind, engine) => find(kind, engine)?.verbs,
    versionsOf: (kind, engine) => find(kind, engine)?.versions,
    rules: entries.flatMap(({ rules = [] }) => rules),
  };
}
