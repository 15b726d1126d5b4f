import { engineOf, type LintContext, type LintRule, parseSize } from '#model';
import type { NatsComponent } from './fields.ts';

/** What the server's makers advise at most; the server itself allows 64 MiB. */
const ADVISED_PAYLOAD = '8Mi';

const payload: LintRule = {
  id: 'nats-large-payload',
  title: 'Messages too large for NATS',
  severity: 'warning',
  explanation:
    'NATS sends a message in one piece: while it travels, everything else on the connection waits, and the server keeps it in memory for every reader. Its makers advise at most 8 MiB; what is larger belongs in an object storage, and its key in the message.',
  source: 'Synadia, NATS documentation, "Configuration: max_payload" (2025)',
  check: (context) =>
    componentsOf(context).flatMap(([name, component]) => {
      const limit = component['max-payload'];
      if (limit === undefined || parseSize(limit) <= parseSize(ADVISED_PAYLOAD)) return [];
      const path = ['components', name, 'max-payload'];
      return [
        {
          path,
          message: `"${name}" allows messages of ${limit}`,
          expected: `${ADVISED_PAYLOAD} at most`,
          fixes: [
            {
              title: `Allow ${ADVISED_PAYLOAD}`,
              edits: [{ type: 'set' as const, path, value: ADVISED_PAYLOAD }],
            },
          ],
        },
      ];
    }),
};

const subject: LintRule = {
  id: 'nats-subject',
  title: 'Topic that is no NATS subject',
  severity: 'error',
  explanation:
    'A topic becomes part of a subject, whose words are separated by dots. The server refuses subjects with an empty word, so that nothing could be published to such a topic, and no reader would ever start.',
  source: 'Synadia, NATS documentation, "Subject-Based Messaging: Characters allowed and recommended" (2025)',
  check: (context) =>
    componentsOf(context).flatMap(([name, component]) =>
      Object.keys(component.topics ?? {})
        .filter((topic) => topic.split('.').includes(''))
        .map((topic) => ({
          path: ['components', name, 'topics', topic],
          at: 'key' as const,
          message: `"${topic}" has an empty word`,
          expected: 'a word before and after every dot, such as orders.placed',
        })),
    ),
};

/** What goes wrong with NATS in particular. */
export const rules: readonly LintRule[] = [payload, subject];

function componentsOf({ document, vocabulary }: LintContext): [string, NatsComponent][] {
  return Object.entries(document.components).flatMap(([name, component]): [string, NatsComponent][] =>
    component.kind === 'queue' && engineOf(component, vocabulary) === 'nats' ? [[name, component]] : [],
  );
}
