import { engineOf, type LintRule, parseSize } from '#model';

/** What the broker's makers ask for at least. */
const LEAST_MEMORY = '256Mi';

const memory: LintRule = {
  id: 'rabbitmq-memory',
  title: 'RabbitMQ with too little memory',
  severity: 'warning',
  explanation:
    'RabbitMQ blocks everybody who publishes once it uses 60 % of its memory. The broker itself, with its plugins and no message yet, takes about 150 MiB, so that a small limit is reached at once: publishers wait, and nothing says why. The production checklist asks for at least 256 MiB.',
  source: 'Broadcom, RabbitMQ documentation, "Production Deployment Guidelines: Memory" (2025)',
  check: ({ document, vocabulary }) =>
    Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'queue' || engineOf(component, vocabulary) !== 'rabbitmq') return [];
      const limit = component.resources?.memory;
      if (limit === undefined || parseSize(limit) >= parseSize(LEAST_MEMORY)) return [];
      const path = ['components', name, 'resources', 'memory'];
      return [
        {
          path,
          message: `"${name}" has ${limit} of memory`,
          expected: `${LEAST_MEMORY} at least`,
          fixes: [
            {
              title: `Give it ${LEAST_MEMORY}`,
              edits: [{ type: 'set' as const, path, value: LEAST_MEMORY }],
            },
          ],
        },
      ];
    }),
};

const reserved: LintRule = {
  id: 'rabbitmq-reserved-name',
  title: 'Exchange name that RabbitMQ keeps to itself',
  severity: 'error',
  explanation:
    'Names that begin with "amq." belong to the broker: it refuses to make a queue of such a name, so that a reader of the topic would never start.',
  source: 'AMQP Working Group, AMQP 0-9-1 Specification, "queue.declare" (2008)',
  check: ({ document, vocabulary }) =>
    Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'service' || name !== 'amq') return [];
      const reads = Object.values(component.operations ?? {}).some(({ consumes }) => {
        const broker = document.components[consumes?.split(' ')[0] ?? ''];
        return broker?.kind === 'queue' && engineOf(broker, vocabulary) === 'rabbitmq';
      });
      return reads
        ? [
            {
              path: ['components', name],
              at: 'key' as const,
              message: `the queues of "${name}" would begin with "amq."`,
              hint: 'give the service another name',
            },
          ]
        : [];
    }),
};

/** What goes wrong with RabbitMQ in particular. */
export const rules: readonly LintRule[] = [memory, reserved];
