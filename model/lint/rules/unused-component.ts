import type { LintRule } from '../rule.ts';

/** Components that nothing leads to or from. */
export const unusedComponent: LintRule = {
  id: 'unused-component',
  title: 'Unused component',
  severity: 'info',
  explanation:
    'A component that nothing uses is deployed, patched and paid for all the same, and everybody who reads the system has to find out that it does not matter.',
  source: 'William J. Brown et al., AntiPatterns (Wiley 1998), chapter 5, "Lava Flow"',
  check({ document, edges }) {
    const used = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const names = Object.entries(document.components);
    if (names.length < 2) return [];
    return names.flatMap(([name, component]) => {
      if (component.kind === 'monitoring' || component.kind === 'discovery' || used.has(name)) return [];
      const fixes = [{ title: `Remove "${name}"`, edits: [{ type: 'remove-component' as const, name }] }];
      return [
        {
          path: ['components', name],
          at: 'key' as const,
          message: `"${name}" is connected to nothing`,
          hint: 'connect it, or remove it',
          fixes,
        },
      ];
    });
  },
};
