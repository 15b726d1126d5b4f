import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { mermaid } from './diagrams/mermaid.ts';
import type { DiagramOptions } from './diagrams/options.ts';
import { structurizr } from './diagrams/structurizr.ts';
import { svg } from './diagrams/svg.ts';
import { architecture } from './docs/architecture/index.ts';

type Exporter = (document: ArchDocument, catalog: DeploymentCatalog, options: DiagramOptions) => string;

const EXPORTERS = {
  svg,
  mermaid: (document, catalog) => mermaid(document, catalog),
  structurizr: (document, catalog) => structurizr(document, catalog),
  markdown: (document, catalog) => architecture(document, catalog),
} satisfies Record<string, Exporter>;

export type TextFormat = keyof typeof EXPORTERS;

/** A document in another format: as a picture, as a model for another tool, or in words. */
export function exportText(
  document: ArchDocument,
  catalog: DeploymentCatalog,
  format: TextFormat,
  options: DiagramOptions = {},
): string {
  return EXPORTERS[format](document, catalog, options);
}
