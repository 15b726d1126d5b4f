import type { ConfirmChannel, Options } from 'amqplib';
import { UnavailableError } from '#runtime';

/**
 * Publishes a message that outlives a restart of the broker.
 *
 * @param exchange `''`: straight to the queue named by `routingKey`
 * @returns when the broker has the message safely
 * @throws UnavailableError where it has refused it, or the connection broke before it could say
 */
export function publishConfirmed(
  channel: ConfirmChannel,
  exchange: string,
  routingKey: string,
  content: Buffer,
  options: Options.Publish,
): Promise<void> {
  return new Promise((resolve, reject) => {
    channel.publish(
      exchange,
      routingKey,
      content,
      { persistent: true, contentType: 'application/json', ...options },
      (error) => {
        if (error)
          reject(new UnavailableError('The broker has not confirmed the message.', { cause: error }));
        else resolve();
      },
    );
  });
}
