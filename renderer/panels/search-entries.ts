import type { CatalogEntry } from '#catalog';
import type { Kind } from '#model';

/** What the palette calls the kinds. */
export const KIND_TITLES: Record<Kind, string> = {
  client: 'Clients',
  gateway: 'Gateways',
  service: 'Services',
  job: 'Jobs',
  database: 'Databases',
  cache: 'Caches',
  queue: 'Queues',
  stream: 'Streams',
  storage: 'Object storage',
  discovery: 'Service discovery',
  monitoring: 'Monitoring',
  external: 'External systems',
};

/** Entries of one kind. */
export interface EntryGroup {
  kind: Kind;
  title: string;
  entries: CatalogEntry[];
}

/** Entries that fit a search, by kind in the order of the catalogue: every word must occur in title, kind, summary or keywords. */
export function searchEntries(entries: readonly CatalogEntry[], query: string): EntryGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<Kind, EntryGroup>();
  for (const entry of entries) {
    const text = [entry.title, entry.kind, KIND_TITLES[entry.kind], entry.summary, ...entry.keywords]
      .join(' ')
      .toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const group = groups.get(entry.kind) ?? { kind: entry.kind, title: KIND_TITLES[entry.kind], entries: [] };
    group.entries.push(entry);
    groups.set(entry.kind, group);
  }
  return [...groups.values()];
}
