import type { Operation } from '../system/operations.ts';

/** Namespaces that operations use, by cache, in the order in which they come up. */
export function namespacesBy(operations: readonly Operation[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (cache: string, namespace: string) => {
    const names = found.get(cache) ?? new Set();
    found.set(cache, names.add(namespace));
  };
  for (const operation of operations) visit(operation.calls, operation.name, add);
  return new Map([...found].map(([cache, names]) => [cache, [...names]]));
}

function visit(
  calls: Operation['calls'],
  operation: string,
  add: (cache: string, namespace: string) => void,
): void {
  for (const call of calls) {
    if (call.type === 'call') add(call.target, call.object ?? 'default');
    else if (call.type === 'chance') visit([call.call], operation, add);
    else {
      if (call.type === 'cached') add(call.cache, operation);
      visit(call.calls, operation, add);
    }
  }
}
