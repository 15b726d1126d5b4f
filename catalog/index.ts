import { createCatalog } from './catalog.ts';
import { entries } from './registry.ts';

export type { Catalog } from './catalog.ts';
export { createCatalog } from './catalog.ts';
export type * from './container.ts';
export type * from './entry.ts';

/** Every engine and kind that Archwright knows. */
export const catalog = createCatalog(entries);
