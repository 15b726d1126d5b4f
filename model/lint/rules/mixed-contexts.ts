import { componentOf } from '../../graph/lookup.ts';
import type { LintRule } from '../rule.ts';

/** Units of services from which on a layout is no plain monolith. */
const FEW_UNITS = 2;

/** Units that pack services of several contexts, beside other units. */
export const mixedContexts: LintRule = {
  id: 'mixed-contexts',
  title: 'Unit that mixes contexts',
  severity: 'info',
  explanation:
    'A unit is built, released and scaled as a whole. One that holds services of several bounded contexts ties their teams to one release, while the units around it still cost the network: the price of both styles. A monolith of everything is a choice; a mixture is mostly an accident.',
  source:
    'Sam Newman, Building Microservices (2nd edition, O\'Reilly 2021), chapter 2, "Domain-Driven Design and microservice boundaries"',
  check({ document }) {
    return Object.entries(document.layouts).flatMap(([layout, value]) => {
      const units = Object.entries(value?.units ?? {});
      const packed = new Set(units.flatMap(([, members]) => members));
      const alone = Object.entries(document.components).filter(
        ([name, { kind }]) => kind === 'service' && !packed.has(name),
      ).length;
      const services = units.filter(([, members]) =>
        members.some((name) => componentOf(document, name)?.kind === 'service'),
      );
      if (services.length + alone < FEW_UNITS) return [];
      return services.flatMap(([unit, members]) => {
        const contexts = [...new Set(members.flatMap((name) => componentOf(document, name)?.context ?? []))];
        if (contexts.length < 2) return [];
        return [
          {
            path: ['layouts', layout, 'units', unit],
            at: 'key' as const,
            message: `the unit "${unit}" holds services of the contexts ${contexts.join(', ')}`,
            hint: 'make it a unit per context, or one unit of everything',
          },
        ];
      });
    });
  },
};
