import type { LintFinding, LintRule } from '#model';
import { isExisting } from './service/port.ts';

/** Rule of a registry that nobody registers with: existing software does not, and nothing else is there. */
export function unusedRegistry(engine: string, title: string): LintRule {
  return {
    id: `${engine}-without-services`,
    title: `${title} that nobody registers with`,
    severity: 'warning',
    explanation:
      'Only generated services register and look each other up. Software that exists already finds others by the addresses in its environment: a registry is then one more thing to run and to watch, for nothing.',
    source: 'Chris Richardson, Microservices Patterns (Manning 2018), chapter 3, "Using service discovery"',
    check: ({ document }) => {
      const components = Object.entries(document.components);
      const used = components.some(([, one]) => one.kind === 'service' && !isExisting(one));
      if (used) return [];
      return components.flatMap(([name, one]): LintFinding[] =>
        one.kind === 'discovery' && one.engine === engine
          ? [
              {
                path: ['components', name],
                at: 'key',
                message: `no service registers with "${name}": none is generated`,
                hint: 'leave it out, or let a service have operations',
              },
            ]
          : [],
      );
    },
  };
}

/** The cluster's names beside a registry: one of the two is not used. */
export const namesBesideRegistry: LintRule = {
  id: 'kubernetes-beside-registry',
  title: 'Two ways to find services',
  severity: 'warning',
  explanation:
    "Generated services use one way to find each other: the registry, where there is one. The cluster's names are then what they fall back on, whether they are drawn or not; drawn beside a registry they mislead whoever reads the drawing.",
  source: 'Chris Richardson, Microservices Patterns (Manning 2018), chapter 3, "Using service discovery"',
  check: ({ document }) => {
    const ways = Object.entries(document.components).filter(([, one]) => one.kind === 'discovery');
    const [registry] = ways.find(([, { engine }]) => engine !== undefined && engine !== 'kubernetes') ?? [];
    if (registry === undefined) return [];
    return ways.flatMap(([name, { engine = 'kubernetes' }]): LintFinding[] =>
      engine === 'kubernetes'
        ? [
            {
              path: ['components', name],
              at: 'key',
              message: `services find each other by "${registry}", not by "${name}"`,
              hint: 'keep one of the two',
            },
          ]
        : [],
    );
  },
};
