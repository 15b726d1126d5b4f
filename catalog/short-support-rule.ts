import type { LintRule } from '#model';

/** Release lines of an engine that are cared for only until the next one is out. */
export interface ShortSupport {
  engine: string;
  title: string;
  lines: readonly string[];
  /** Line with long-term support that is offered instead. */
  instead: string;
  source: string;
}

/** Rule against releases whose fixes end within months. */
export function shortSupportRule({ engine, title, lines, instead, source }: ShortSupport): LintRule {
  return {
    id: `${engine}-short-support`,
    title: `Release of ${title} without long-term support`,
    severity: 'warning',
    explanation: `Of ${title}, some release lines get fixes for a few months only, until the next line is out. A database holds data for years, and its files cannot go back to an older release, so every such line forces an upgrade at somebody else's time.`,
    source,
    check({ document }) {
      return Object.entries(document.components).flatMap(([name, component]) => {
        if (component.kind !== 'database' || component.engine !== engine) return [];
        const version = 'version' in component ? component.version : undefined;
        if (typeof version !== 'string') return [];
        if (!lines.some((line) => version === line || version.startsWith(`${line}.`))) return [];
        const path = ['components', name, 'version'];
        return [
          {
            path,
            message: `${title} ${version} has no long-term support`,
            hint: `${instead} has; of data that exist already, make sure that they can be moved to it`,
            fixes: [
              { title: `Change to ${instead}`, edits: [{ type: 'set' as const, path, value: instead }] },
            ],
          },
        ];
      });
    },
  };
}
