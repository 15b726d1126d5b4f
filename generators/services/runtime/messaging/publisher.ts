import { nextMessageId, outgoingHeaders } from '../context.ts';
import type { QueueContract } from '../contract.ts';
import { InvalidError, outcomeOf } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import type { Publisher } from '../ports/queue.ts';
import type { QueueResource } from '../ports/resource.ts';
import { validatorOf } from '../schema.ts';
import { inSpan } from '../tracing/span.ts';
import { messageAttributes } from './attributes.ts';

export interface PublisherOptions {
  /** Name of the publishing service. */
  readonly service: string;
  readonly metrics: Metrics;
}

/**
 * Makes the typed way into a queue.
 *
 * @param contract what may be published; a message that breaks it is refused here, before anyone trips over it
 * @param options absent in tests, where nothing is counted
 */
export function createPublisher<Topics>(
  queue: Pick<QueueResource, 'publish'> & Partial<Pick<QueueResource, 'system'>>,
  contract: QueueContract,
  options?: PublisherOptions,
): Publisher<Topics> {
  const validators = new Map(
    Object.entries(contract.topics).map(([topic, schema]) => [topic, validatorOf(schema)]),
  );
  const count = (topic: string, outcome: string) =>
    options?.metrics.messagesPublished.inc({
      service: options.service,
      queue: contract.queue,
      topic,
      outcome,
    });

  async function send(topic: string, payload: unknown): Promise<void> {
    const problems = validators.get(topic)?.(payload) ?? [`${contract.queue} has no topic ${topic}`];
    if (problems.length > 0) throw new InvalidError(`${topic} breaks the contract: ${problems.join(', ')}`);
    const id = nextMessageId(topic);
    await inSpan(
      {
        name: `send ${topic}`,
        kind: 'producer',
        service: options?.service,
        attributes: messageAttributes('send', topic, id, queue.system),
      },
      () => queue.publish({ id, topic, payload, headers: outgoingHeaders() }),
    );
  }

  return {
    async publish(topic, payload) {
      try {
        await send(topic, payload);
        count(topic, 'ok');
      } catch (error) {
        count(topic, outcomeOf(error));
        throw error;
      }
    },
  };
}
