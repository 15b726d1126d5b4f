import { callsOf } from '../../calls/list.ts';
import { componentOf } from '../../graph/lookup.ts';
import { operationsOf, placeOfOperation } from '../../graph/roles.ts';
import type { LintRule } from '../rule.ts';

/** Calls of one service in one operation, on average, from which on a pair is chatty. */
const MANY_CALLS = 5;

/** Operations that call one other service again and again. */
export const chattyPair: LintRule = {
  id: 'chatty-pair',
  title: 'Chatty pair of services',
  severity: 'warning',
  explanation:
    'Every call over the network costs a round trip and can fail by itself. An operation that needs many of them from one other service is slower by all of them together, and fails more often; mostly it asks for a list one by one. Offer an operation that answers at once, or keep the data where they are needed.',
  source:
    'Martin Fowler, Patterns of Enterprise Application Architecture (Addison-Wesley 2002), chapter 15, "Remote Facade"; the fallacies of distributed computing (L. Peter Deutsch, 1994)',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) =>
      Object.entries(operationsOf(component)).flatMap(([operation, description]) => {
        const counts = new Map<string, number>();
        for (const { target, probability, repeat } of callsOf(description)) {
          if (componentOf(document, target)?.kind === 'service')
            counts.set(target, (counts.get(target) ?? 0) + probability * repeat);
        }
        return [...counts]
          .filter(([, count]) => count >= MANY_CALLS)
          .map(([target, count]) => ({
            path: [...placeOfOperation(name, component, operation), 'calls'],
            component: name,
            message: `${name}.${operation} calls ${target} ${Number(count.toFixed(1))} times`,
            hint: `let ${target} answer once for all`,
          }));
      }),
    );
  },
};
