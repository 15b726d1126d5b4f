import type { LintRule } from '../rule.ts';

/** What the fix writes: the least that managed databases offer by default. */
const DEFAULT_STORAGE = '10Gi';

/** Databases that do not say how large their volume is. */
export const missingStorage: LintRule = {
  id: 'missing-storage',
  title: 'Database without storage',
  severity: 'warning',
  explanation:
    'The size of a volume is decided when it is made, and many storage classes cannot grow it later. A database that does not say what it needs gets whatever the default is, and stops when that is full.',
  source:
    'Brendan Burns et al., Kubernetes: Up and Running (3rd edition, O\'Reilly 2022), chapter 16, "Integrating Storage Solutions and Kubernetes"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || component.storage !== undefined) return [];
      const path = ['components', name, 'storage'];
      const fixes = [
        {
          title: `Give it ${DEFAULT_STORAGE}`,
          edits: [{ type: 'set' as const, path, value: DEFAULT_STORAGE }],
        },
      ];
      return [
        {
          path: ['components', name],
          at: 'key' as const,
          message: `"${name}" does not say how much storage it needs`,
          expected: 'storage, such as 10Gi',
          fixes,
        },
      ];
    });
  },
};
