import type { TopicReader } from '../subscriptions.ts';

/** Deliveries after which a message that crashes its reader over and over is moved to the dead letters. */
const DELIVERY_LIMIT = 20;
const VHOST = '/';

/**
 * Exchange, queues, bindings and policies of a broker, in the format that it imports at every boot. The account is not
 * among them: its password is a secret, and is added when the broker starts. Services declare the very same when they
 * connect, so that they also work with a broker that somebody else runs.
 *
 * Source: RabbitMQ documentation, "Schema Definition Export and Import".
 *
 * @param exchange component's name
 * @param readers who reads which topic
 */
export function definitionsOf(exchange: string, readers: readonly TopicReader[]): object {
  return {
    exchanges: [{ ...named(exchange), type: 'topic', durable: true, ...TRANSIENT, internal: false }].map(
      withArguments({}),
    ),
    queues: readers.flatMap(({ subscription }) => queuesOf(subscription)),
    bindings: readers.map(({ subscription, topic }) =>
      withArguments({})({
        source: exchange,
        vhost: VHOST,
        destination: subscription,
        destination_type: 'queue',
        routing_key: topic,
      }),
    ),
    policies: [
      {
        ...named('delivery-limit'),
        pattern: '.*',
        'apply-to': 'queues',
        priority: 0,
        definition: { 'delivery-limit': DELIVERY_LIMIT },
      },
    ],
  };
}

const TRANSIENT = { auto_delete: false };
/** Replicated where the broker is a cluster, and safe on disk. */
const QUORUM = { 'x-queue-type': 'quorum' };

/** A reader's queue, where messages rest before another attempt, and where they end. */
function queuesOf(subscription: string): object[] {
  const [retry, dead] = [`${subscription}.retry`, `${subscription}.dead`];
  return [
    queue(dead, QUORUM),
    queue(subscription, { ...QUORUM, ...deadLettersTo(dead) }),
    queue(retry, {
      ...QUORUM,
      ...deadLettersTo(subscription),
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    }),
  ];
}

function queue(name: string, values: object): object {
  return withArguments(values)({ ...named(name), durable: true, ...TRANSIENT });
}

function deadLettersTo(name: string): object {
  return { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': name };
}

function named(name: string) {
  return { name, vhost: VHOST };
}

const withArguments = (values: object) => (thing: object) => ({ ...thing, arguments: values });
