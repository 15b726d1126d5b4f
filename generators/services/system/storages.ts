import type { ArchDocument, Component } from '#model';
import { camelCase, identifiersFor } from '../text/identifiers.ts';
import type { Named, Service } from './names.ts';
import { leavesOf } from './operations.ts';

/** An object storage as generated code knows it. */
export interface Storage extends Named {
  /** Buckets by name, and what code calls them. */
  buckets: ReadonlyMap<string, string>;
}

/** Bucket of calls that name none, where the storage declares none either. */
const DEFAULT_BUCKET = 'files';

/** Storages of a document, with the buckets that they declare or that any operation uses. */
export function storagesOf(
  document: ArchDocument,
  names: ReadonlyMap<string, Named>,
  services: readonly Service[],
): Map<string, Storage> {
  const calls = services.flatMap(({ operations }) =>
    operations.flatMap((operation) => leavesOf(operation.calls)),
  );
  return new Map(
    Object.entries(document.components).flatMap(([name, component]): [string, Storage][] => {
      const named = names.get(name);
      if (named === undefined || component.kind !== 'storage') return [];
      const used = calls.flatMap(({ target, object }) =>
        target === name ? bucketOf(component, object) : [],
      );
      const buckets = [...new Set([...(component.buckets ?? []), ...used])];
      return [[name, { ...named, buckets: identifiersFor(buckets, camelCase) }]];
    }),
  );
}

/** The bucket that a call is about. */
export function bucketOf(component: Component | undefined, object: string | undefined): string {
  const [first = DEFAULT_BUCKET] = component?.kind === 'storage' ? (component.buckets ?? []) : [];
  return object ?? first;
}
