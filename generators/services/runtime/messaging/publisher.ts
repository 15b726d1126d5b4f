import { nextMessageId, outgoingHeaders } from '../context.ts';
import type { QueueContract } from '../contract.ts';
import { InvalidError } from '../errors.ts';
import type { Publisher } from '../ports/queue.ts';
import type { QueueResource } from '../ports/resource.ts';
import { validatorOf } from '../schema.ts';

/**
 * Makes the typed way into a queue.
 *
 * @param contract what may be published; a message that breaks it is refused here, before anyone trips over it
 */
export function createPublisher<Topics>(
  queue: Pick<QueueResource, 'publish'>,
  contract: QueueContract,
): Publisher<Topics> {
  const validators = new Map(
    Object.entries(contract.topics).map(([topic, schema]) => [topic, validatorOf(schema)]),
  );
  return {
    async publish(topic, payload) {
      const problems = validators.get(topic)?.(payload) ?? [`${contract.queue} has no topic ${topic}`];
      if (problems.length > 0) throw new InvalidError(`${topic} breaks the contract: ${problems.join(', ')}`);
      await queue.publish({ id: nextMessageId(topic), topic, payload, headers: outgoingHeaders() });
    },
  };
}
