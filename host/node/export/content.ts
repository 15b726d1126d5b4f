import type { DeploymentCatalog } from '#catalog';
import type { DiagramOptions } from '#generators';
import type { ArchDocument } from '#model';
import type { ExportFormat } from '../../contract/index.ts';
import { drawPng } from './png.ts';

/** A valid document in another format: text, or a picture's bytes. Generators are loaded when first needed. */
export async function exportContent(
  document: ArchDocument,
  catalog: DeploymentCatalog,
  format: ExportFormat,
  options: DiagramOptions = {},
): Promise<string | Uint8Array> {
  const { exportText } = await import('#generators');
  return format === 'png'
    ? drawPng(exportText(document, catalog, 'svg', options))
    : exportText(document, catalog, format, options);
}
