import type { CatalogEntry } from '#catalog';
import { addComponent } from '../canvas/actions/add.ts';

/** Adds a component of a palette entry near the middle of the view. */
export function addEntry({ kind, engine }: CatalogEntry): void {
  addComponent(engine === undefined ? { kind } : { kind, engine });
}
