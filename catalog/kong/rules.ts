import type { LintFinding, LintRule } from '#model';

/** A gateway that anybody may ask as often as they like. */
const rateLimit: LintRule = {
  id: 'kong-rate-limit',
  title: 'Kong without a rate limit',
  severity: 'warning',
  explanation:
    'Without a limit, one client that goes wrong, or means harm, takes the capacity of all others: the services behind the gateway answer until they fall over.',
  source: 'Michael T. Nygard, Release It! (2nd edition, Pragmatic 2018), chapter 5, "Shed Load"',
  check: ({ document }) =>
    kongs(document.components).flatMap(([name, component]): LintFinding[] =>
      'rate-limit' in component || Object.keys(component.routes ?? {}).length === 0
        ? []
        : [
            {
              path: ['components', name],
              at: 'key',
              message: `"${name}" lets every client send as many requests as it likes`,
              hint: 'say how many one client may send, e.g. rate-limit: 100/s',
              fixes: [
                {
                  title: 'Limit to 100 requests a second',
                  edits: [{ type: 'set', path: ['components', name, 'rate-limit'], value: '100/s' }],
                },
              ],
            },
          ],
    ),
};

/** Consumers that nobody asks for their credential. */
const idleConsumers: LintRule = {
  id: 'kong-idle-consumers',
  title: 'Consumers without authentication',
  severity: 'warning',
  explanation:
    'Consumers are told apart by their credentials, and nobody is asked for one where authentication is off: the list looks like protection and is none.',
  source:
    'Kong Gateway documentation, "Authentication", https://developer.konghq.com/gateway/authentication/',
  check: ({ document }) =>
    kongs(document.components).flatMap(([name, component]): LintFinding[] => {
      const auth = 'auth' in component ? component.auth : 'none';
      const consumers = 'consumers' in component ? component.consumers : [];
      if (auth !== 'none' || !Array.isArray(consumers) || consumers.length === 0) return [];
      return [
        {
          path: ['components', name, 'consumers'],
          at: 'key',
          message: `"${name}" names consumers but asks nobody for a credential`,
          hint: 'choose auth: key or auth: jwt',
          fixes: [
            {
              title: 'Ask for keys',
              edits: [{ type: 'set', path: ['components', name, 'auth'], value: 'key' }],
            },
          ],
        },
      ];
    }),
};

export const rules: readonly LintRule[] = [rateLimit, idleConsumers];

function kongs(components: Parameters<LintRule['check']>[0]['document']['components']) {
  return Object.entries(components).flatMap(([name, component]) =>
    component.kind === 'gateway' && component.engine === 'kong' ? [[name, component] as const] : [],
  );
}
