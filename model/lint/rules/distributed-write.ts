import { callsOf } from '../../calls/list.ts';
import { componentOf } from '../../graph/lookup.ts';
import { isBroker, operationsOf, placeOfOperation } from '../../graph/roles.ts';
import type { ArchDocument } from '../../schema/document.ts';
import type { Operation } from '../../schema/kinds/service.ts';
import type { LintRule } from '../rule.ts';

const WRITES = new Set(['write', 'delete', 'add', 'subtract', 'put']);
/** Calls that one request may go through until this rule stops following. */
const MAX_DEPTH = 20;

/** Operations that write into several stores while the caller waits, and tell nobody by a message. */
export const distributedWrite: LintRule = {
  id: 'distributed-write',
  title: 'Distributed write without event or saga',
  severity: 'warning',
  explanation:
    'Two stores cannot be written in one transaction. When the second write fails, the first one stays: an order without a payment, or a payment without an order. Write your own store only, publish what happened, and let the others follow; or make it a saga whose steps can be taken back.',
  source:
    'Chris Richardson, Microservices Patterns (Manning 2018), chapter 4, "Managing transactions with sagas"; Pat Helland, "Life beyond Distributed Transactions" (CIDR 2007)',
  check({ document }) {
    const called = calledOperations(document);
    return Object.entries(document.components).flatMap(([name, component]) =>
      Object.entries(operationsOf(component)).flatMap(([operation, description]) => {
        // The operation that the request enters by answers for everything that it sets off.
        if (called.has(`${name}.${operation}`)) return [];
        const stores = new Set<string>();
        const publishes = collect(document, `${name}.${operation}`, description, stores, new Set());
        if (stores.size < 2 || publishes) return [];
        return [
          {
            path: [...placeOfOperation(name, component, operation), 'calls'],
            component: name,
            message: `${name}.${operation} writes ${[...stores].join(' and ')}, and nothing mends it when one of them fails`,
            hint: 'publish what happened after the first write, and let the others follow',
          },
        ];
      }),
    );
  },
};

function calledOperations(document: ArchDocument): Set<string> {
  return new Set(
    Object.values(document.components).flatMap((component) =>
      Object.values(operationsOf(component)).flatMap((operation) =>
        callsOf(operation).map(({ target, verb }) => `${target}.${verb}`),
      ),
    ),
  );
}

/** Collects the stores that an operation and those it waits for write; tells whether any of them publishes. */
function collect(
  document: ArchDocument,
  key: string,
  operation: Operation,
  stores: Set<string>,
  seen: Set<string>,
): boolean {
  if (seen.has(key) || seen.size >= MAX_DEPTH) return false;
  seen.add(key);
  let publishes = false;
  for (const { target, verb } of callsOf(operation)) {
    const component = componentOf(document, target);
    if (isBroker(component)) publishes = true;
    else if (component?.kind === 'database' || component?.kind === 'storage') {
      if (WRITES.has(verb)) stores.add(target);
    } else {
      const next = operationsOf(component);
      const description = Object.hasOwn(next, verb) ? next[verb] : undefined;
      if (description !== undefined)
        publishes = collect(document, `${target}.${verb}`, description, stores, seen) || publishes;
    }
  }
  return publishes;
}
