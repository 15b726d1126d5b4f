import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { InvalidError, type Message, messageOf, type Outcome, type Subscription } from '#runtime';
import { publishConfirmed } from './publish.ts';
import { deadQueue, retryQueue } from './topology.ts';

const ATTEMPT_HEADER = 'x-attempt';
/** Why a message was given up, for the person who looks at the dead letters. */
const REASON_HEADER = 'x-reason';
const LONGEST_REASON = 500;

export interface RetryPolicy {
  /** Attempts altogether before a message is given up. */
  readonly attempts: number;
  /** Rest before another attempt, in milliseconds. */
  readonly delayMs: number;
}

/**
 * Handles one delivery. What becomes of the message is safe with the broker before the delivery is acknowledged:
 * whenever the process dies, the message is there still.
 */
export async function receive(
  channel: ConfirmChannel,
  subscription: Subscription,
  delivery: ConsumeMessage,
  policy: RetryPolicy,
): Promise<void> {
  const outcome = await settle(channel, subscription, delivery, policy);
  channel.ack(delivery);
  subscription.settled(outcome);
}

async function settle(
  channel: ConfirmChannel,
  subscription: Subscription,
  delivery: ConsumeMessage,
  policy: RetryPolicy,
): Promise<Outcome> {
  try {
    return await subscription.handle(messageFrom(delivery));
  } catch (error) {
    const attempt = attemptOf(delivery);
    const retry = !(error instanceof InvalidError) && attempt < policy.attempts;
    const name = subscription.subscription;
    const headers = {
      ...delivery.properties.headers,
      [ATTEMPT_HEADER]: attempt + 1,
      [REASON_HEADER]: messageOf(error).slice(0, LONGEST_REASON),
    };
    await publishConfirmed(channel, '', retry ? retryQueue(name) : deadQueue(name), delivery.content, {
      messageId: String(delivery.properties.messageId),
      type: topicOf(delivery),
      headers,
      // Always the same rest, so that no message waits behind one that rests longer.
      ...(retry ? { expiration: policy.delayMs } : {}),
    });
    return retry ? 'retried' : 'dead';
  }
}

function messageFrom(delivery: ConsumeMessage): Message {
  const { messageId, headers } = delivery.properties;
  if (typeof messageId !== 'string' || messageId === '') throw new InvalidError('The message has no id.');
  let payload: unknown;
  try {
    payload = JSON.parse(delivery.content.toString('utf8'));
  } catch (error) {
    throw new InvalidError(`The message is no JSON: ${messageOf(error)}`);
  }
  return { id: messageId, topic: topicOf(delivery), payload, headers: { ...headers } };
}

/** After a rest the routing key is the queue's name; the type still tells the topic. */
function topicOf(delivery: ConsumeMessage): string {
  const { type } = delivery.properties;
  return typeof type === 'string' && type !== '' ? type : delivery.fields.routingKey;
}

function attemptOf(delivery: ConsumeMessage): number {
  const attempt = Number(delivery.properties.headers?.[ATTEMPT_HEADER] ?? 1);
  return Number.isInteger(attempt) && attempt > 0 ? attempt : 1;
}
