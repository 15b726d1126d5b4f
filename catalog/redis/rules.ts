import { callPlaces, type LintRule, operationsOf } from '#model';

/**
 * A cache that is written by itself, not only in front of a database, and that forgets everything when it restarts.
 *
 * @param engine one whose entries may be kept in a file
 */
export function lostSession(engine: string, title: string): LintRule {
  return {
    id: `${engine}-without-persistence`,
    title: `Data kept in ${title} alone`,
    severity: 'info',
    explanation: `${title} keeps its entries in memory. What services set there, and read from nowhere else, is gone when it restarts or moves to another node: carts, sessions, counters. Let it write an append-only file, or keep the data in a database and put the cache in front of it.`,
    source:
      'Redis documentation, "Redis persistence" (2024); Josiah L. Carlson, Redis in Action (Manning 2013), chapter 4, "Keeping data safe and ensuring performance"',
    check({ document, vocabulary }) {
      const set = new Set(
        Object.values(document.components).flatMap((component) =>
          Object.values(operationsOf(component)).flatMap((operation) =>
            // What a read-through cache keeps is to be had elsewhere: only calls that say `set` count.
            callPlaces(operation).flatMap(({ call }) =>
              call.type === 'call' && call.verb === 'set' ? call.target : [],
            ),
          ),
        ),
      );
      return Object.entries(document.components).flatMap(([name, component]) => {
        const own = component.engine ?? vocabulary.enginesOf(component.kind)[0];
        const persistent = 'persistence' in component && component.persistence === true;
        if (component.kind !== 'cache' || own !== engine || persistent || !set.has(name)) return [];
        const path = ['components', name, 'persistence'];
        return [
          {
            path: ['components', name],
            at: 'key' as const,
            message: `what services set in "${name}" is gone when it restarts`,
            expected: 'persistence: true, or a database behind it',
            fixes: [
              { title: 'Keep entries in a file', edits: [{ type: 'set' as const, path, value: true }] },
            ],
          },
        ];
      });
    },
  };
}
