import type { Channel } from 'amqplib';

/** A queue of the broker: what a reader of a topic has yet to handle. */
export interface Binding {
  /** Name of the queue, e.g. `shipping.order-placed`. */
  readonly subscription: string;
  readonly topic: string;
}

export const retryQueue = (subscription: string) => `${subscription}.retry`;
export const deadQueue = (subscription: string) => `${subscription}.dead`;

/** Replicated where the broker is a cluster, and safe on disk: RabbitMQ's advice for what must not be lost. */
const QUORUM = { 'x-queue-type': 'quorum' };

/**
 * Makes the exchange and every reader's queues. Publishers do this too, for readers that have never run: what is
 * published before their first start waits for them.
 */
export async function declareTopology(
  channel: Channel,
  exchange: string,
  bindings: readonly Binding[],
): Promise<void> {
  await channel.assertExchange(exchange, 'topic', { durable: true });
  for (const { subscription, topic } of bindings) {
    await channel.assertQueue(deadQueue(subscription), { durable: true, arguments: QUORUM });
    await channel.assertQueue(subscription, {
      durable: true,
      // Messages that crash their reader over and over end here, by the queue's delivery limit.
      arguments: { ...QUORUM, ...deadLettersTo(deadQueue(subscription)) },
    });
    await channel.assertQueue(retryQueue(subscription), {
      durable: true,
      // A message rests here until it expires; then it returns to its reader.
      arguments: {
        ...QUORUM,
        ...deadLettersTo(subscription),
        'x-dead-letter-strategy': 'at-least-once',
        'x-overflow': 'reject-publish',
      },
    });
    await channel.bindQueue(subscription, exchange, topic);
  }
}

/** By the default exchange, which routes to the queue of the name. */
function deadLettersTo(queue: string) {
  return { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': queue };
}
