import type { Problem, Severity } from '#model';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Everything that is to be said of a document: worst first, then as it stands in the text. */
export function mergeProblems(found: readonly Problem[], lint: readonly Problem[]): Problem[] {
  return [...found, ...lint].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || a.range.start - b.range.start || compare(a.code, b.code),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many problems a component has, and the worst of them. */
export interface ProblemCount {
  count: number;
  severity: Severity;
}

/** Problems counted by the component that they belong to. */
export function problemsByComponent(problems: readonly Problem[]): Map<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>();
  for (const { component, severity } of problems) {
    if (component === undefined) continue;
    const known = counts.get(component);
    counts.set(component, {
      count: (known?.count ?? 0) + 1,
      severity: known && RANK[known.severity] <= RANK[severity] ? known.severity : severity,
    });
  }
  return counts;
}
