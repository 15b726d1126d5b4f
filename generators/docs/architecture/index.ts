import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { mermaid } from '../../diagrams/mermaid.ts';
import { markdownText } from '../markdown.ts';
import { componentsSection, contextsSection } from './components.ts';
import { dataSection } from './data.ts';
import { eventsSection } from './events.ts';
import { journeysSection } from './journeys.ts';
import { layoutsSection } from './layouts.ts';
import { operationsSection } from './operations.ts';
import { fenced } from './words.ts';

/** Beyond this, GitHub and others refuse to draw a Mermaid diagram (its `maxTextSize` is 50,000 by default). */
const MAX_DIAGRAM = 45_000;

/** A system in words, tables and diagrams, for whoever reads it without the tool. */
export function architecture(document: ArchDocument, catalog: DeploymentCatalog): string {
  const picture = mermaid(document, catalog);
  const sections = [
    `# Architecture of ${document.name}`,
    ...(document.description === undefined ? [] : [markdownText(document.description)]),
    ...(picture.length > MAX_DIAGRAM ? [] : [fenced('mermaid', picture)]),
    ...contextsSection(document),
    ...componentsSection(document, catalog),
    ...operationsSection(document),
    ...dataSection(document, catalog),
    ...eventsSection(document),
    ...journeysSection(document),
    ...layoutsSection(document, catalog),
  ];
  return `${sections.join('\n\n')}\n`;
}
