import type { ArchDocument, Layout } from '#model';

/** Every service a unit of its own: there even where no document writes it. */
export const DEFAULT_LAYOUT = 'microservices';

/** Layouts of a document: the default one first, then the others in the document's order. */
export function layoutsOf(document: ArchDocument): string[] {
  return [DEFAULT_LAYOUT, ...Object.keys(document.layouts).filter((name) => name !== DEFAULT_LAYOUT)];
}

/**
 * A layout by its name.
 *
 * @throws RangeError if the document has no such layout
 */
export function layoutOf(document: ArchDocument, name: string): NonNullable<Layout> {
  if (Object.hasOwn(document.layouts, name)) return document.layouts[name] ?? {};
  if (name === DEFAULT_LAYOUT) return {};
  throw new RangeError(`There is no layout "${name}"; there are ${layoutsOf(document).join(', ')}.`);
}
