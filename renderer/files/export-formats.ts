import type { ExportFormat } from '#host/contract';

/** What a document can be exported as: its name, and what such files end in. */
export const FORMATS: Readonly<Record<ExportFormat, { label: string; ending: string; picture: boolean }>> = {
  svg: { label: 'SVG picture', ending: '.svg', picture: true },
  png: { label: 'PNG picture', ending: '.png', picture: true },
  mermaid: { label: 'Mermaid diagram', ending: '.mmd', picture: false },
  structurizr: { label: 'C4 workspace (Structurizr DSL)', ending: '.dsl', picture: false },
  markdown: { label: 'Description (Markdown)', ending: '.md', picture: false },
};

const ENDINGS = Object.values(FORMATS).map(({ ending }) => ending);

/** A file name as typed, with the ending of a format: in place of another format's, and after anything else. */
export function named(name: string, format: ExportFormat): string {
  const trimmed = name.trim();
  const known = ENDINGS.find((ending) => trimmed.toLowerCase().endsWith(ending));
  return `${known === undefined ? trimmed : trimmed.slice(0, -known.length)}${FORMATS[format].ending}`;
}
