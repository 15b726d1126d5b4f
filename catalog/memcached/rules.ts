import {
  callPlaces,
  componentOf,
  engineOf,
  formatCall,
  type LintRule,
  operationsOf,
  placeOfOperation,
} from '#model';

/** Data that is put into memcached though nothing can read it from anywhere else. */
export const onlyCopy: LintRule = {
  id: 'memcached-only-copy',
  title: 'Data kept in memcached alone',
  severity: 'warning',
  explanation:
    'Memcached throws entries out whenever it needs their place, long before they expire, and keeps nothing over a restart. What an operation sets there has to be found elsewhere as well: put it in front of a database as a read-through cache, or use an engine that can keep a file.',
  source: 'Rajesh Nishtala et al., "Scaling Memcache at Facebook" (NSDI 2013), section 2',
  check({ document, vocabulary }) {
    return Object.entries(document.components).flatMap(([name, component]) =>
      Object.entries(operationsOf(component)).flatMap(([operation, description]) =>
        // What a read-through cache keeps is to be had elsewhere: only calls that say `set` count.
        callPlaces(description).flatMap(({ path, call }) => {
          if (call.type !== 'call' || call.verb !== 'set') return [];
          const cache = componentOf(document, call.target);
          if (cache?.kind !== 'cache' || engineOf(cache, vocabulary) !== 'memcached') return [];
          return [
            {
              path: [...placeOfOperation(name, component, operation), ...path],
              component: name,
              message: `${name}.${operation} keeps data in "${call.target}" alone: ${formatCall(call)}`,
              hint: `read through it instead: { cached: ${call.target}, key: FIELD, calls: [...] }`,
            },
          ];
        }),
      ),
    );
  },
};
