import { setTimeout as pause } from 'node:timers/promises';
import type { Message as Delivery, Producer } from '@platformatic/kafka';
import { InvalidError, type Message, messageOf, type Outcome, type Subscription } from '#runtime';
import { deadTopic } from './topics.ts';

export const ID_HEADER = 'x-message-id';
/** Why a message was given up, and where it was, for the person who looks at the dead letters. */
const REASON_HEADER = 'x-reason';
const ATTEMPT_HEADER = 'x-attempt';
const ORIGIN_HEADER = 'x-origin';
const LONGEST_REASON = 500;
const LONGEST_DELAY_MS = 60_000;

/** A message with its bytes read as text; one whose value is missing is a tombstone. */
export type TextDelivery = Delivery<string, string, string, string>;
export type TextProducer = Producer<string, string, string, string>;

export interface RetryPolicy {
  /** Attempts altogether before a message is given up. */
  readonly attempts: number;
  /** Rest before the second attempt, in milliseconds; each further one is twice as long. */
  readonly delayMs: number;
}

/** What a reader stands in. */
export interface ReaderContext {
  readonly stream: string;
  readonly producer: TextProducer;
  readonly policy: RetryPolicy;
  /** Ends the rest between two attempts. */
  readonly signal: AbortSignal;
}

/**
 * Handles one message, again and again where it fails: those behind it in the partition wait, so that their order holds.
 * Where it has come to is committed only when it is done, or safe among the dead letters.
 *
 * @throws AbortError where the reader stops before it is settled: then another reader begins it anew
 */
export async function receive(
  context: ReaderContext,
  subscription: Subscription,
  delivery: TextDelivery,
): Promise<void> {
  const outcome = await settle(context, subscription, delivery);
  await delivery.commit();
  subscription.settled(outcome);
}

async function settle(
  context: ReaderContext,
  subscription: Subscription,
  delivery: TextDelivery,
): Promise<Outcome> {
  const { policy, signal } = context;
  for (let attempt = 1; ; attempt++) {
    try {
      return await subscription.handle(messageFrom(subscription.topic, delivery));
    } catch (error) {
      if (error instanceof InvalidError || attempt >= policy.attempts) {
        await bury(context, subscription, delivery, { attempt, error });
        return 'dead';
      }
      subscription.settled('retried');
      const delay = Math.min(policy.delayMs * 2 ** (attempt - 1), LONGEST_DELAY_MS);
      await pause(delay, undefined, { signal });
    }
  }
}

async function bury(
  { stream, producer }: ReaderContext,
  { subscription }: Subscription,
  delivery: TextDelivery,
  { attempt, error }: { attempt: number; error: unknown },
): Promise<void> {
  const headers = {
    ...headersOf(delivery),
    [REASON_HEADER]: messageOf(error).slice(0, LONGEST_REASON),
    [ATTEMPT_HEADER]: String(attempt),
    [ORIGIN_HEADER]: `${delivery.topic}/${delivery.partition}/${delivery.offset}`,
  };
  const { key, value } = delivery;
  await producer.send({ messages: [{ topic: deadTopic(stream, subscription), key, value, headers }] });
}

function messageFrom(topic: string, delivery: TextDelivery): Message {
  const headers = headersOf(delivery);
  const id = headers[ID_HEADER];
  if (id === undefined || id === '') throw new InvalidError('The message has no id.');
  let payload: unknown;
  try {
    payload = JSON.parse(delivery.value);
  } catch (error) {
    throw new InvalidError(`The message is no JSON: ${messageOf(error)}`);
  }
  return { id, topic, payload, headers };
}

function headersOf(delivery: TextDelivery): Record<string, string> {
  return Object.fromEntries(delivery.headers);
}
