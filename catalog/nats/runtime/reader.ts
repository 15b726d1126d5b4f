import type { JetStreamClient, JsMsg } from '@nats-io/jetstream';
import { headers as emptyHeaders } from '@nats-io/transport-node';
import { InvalidError, type Message, messageOf, type Outcome, type Subscription } from '#runtime';
import { deadSubject } from './topology.ts';

/** The server's own header for a message's id, by which it recognises duplicates. */
const ID_HEADER = 'Nats-Msg-Id';
/** Why a message was given up, and what it was, for the person who looks at the dead letters. */
const REASON_HEADER = 'x-reason';
const ATTEMPT_HEADER = 'x-attempt';
const DEAD_ID_HEADER = 'x-message-id';
const LONGEST_REASON = 500;
const LONGEST_DELAY_MS = 300_000;

export interface RetryPolicy {
  /** Attempts altogether before a message is given up. */
  readonly attempts: number;
  /** Rest before the second attempt, in milliseconds; each further one is twice as long. */
  readonly delayMs: number;
}

/** What a reader stands in. */
export interface ReaderContext {
  readonly stream: string;
  readonly client: JetStreamClient;
  readonly policy: RetryPolicy;
  /** Time after which the server gives a message to another reader, in milliseconds. */
  readonly ackWaitMs: number;
}

/**
 * Handles one delivery. The server hears that it is being worked on, so that slow work is not taken for a crash; what
 * becomes of the message is safe with the server before the delivery is acknowledged.
 */
export async function receive(
  context: ReaderContext,
  subscription: Subscription,
  delivery: JsMsg,
): Promise<void> {
  const beat = setInterval(() => delivery.working(), context.ackWaitMs / 3);
  try {
    subscription.settled(await settle(context, subscription, delivery));
  } finally {
    clearInterval(beat);
  }
}

async function settle(context: ReaderContext, subscription: Subscription, delivery: JsMsg): Promise<Outcome> {
  const attempt = delivery.info.deliveryCount;
  const { attempts, delayMs } = context.policy;
  let outcome: Outcome;
  try {
    if (attempt > attempts) throw new InvalidError(`All ${attempts} attempts broke off without an answer.`);
    outcome = await subscription.handle(messageFrom(context.stream, delivery));
  } catch (error) {
    if (!(error instanceof InvalidError) && attempt < attempts) {
      delivery.nak(Math.min(delayMs * 2 ** (attempt - 1), LONGEST_DELAY_MS));
      return 'retried';
    }
    await bury(context, subscription, delivery, error);
    outcome = 'dead';
  }
  await delivery.ackAck();
  return outcome;
}

async function bury(
  { client, stream }: ReaderContext,
  { subscription }: Subscription,
  delivery: JsMsg,
  error: unknown,
): Promise<void> {
  const headers = emptyHeaders();
  for (const [key, value] of Object.entries(headersOf(delivery))) headers.set(key, value);
  headers.set(REASON_HEADER, onOneLine(messageOf(error)));
  headers.set(ATTEMPT_HEADER, String(delivery.info.deliveryCount));
  headers.set(DEAD_ID_HEADER, delivery.headers?.get(ID_HEADER) ?? '');
  // The same dead letter twice, because its acknowledgement got lost, is one.
  const msgID = `${subscription}/${delivery.seq}`;
  await client.publish(deadSubject(stream, subscription), delivery.data, { msgID, headers });
}

function messageFrom(stream: string, delivery: JsMsg): Message {
  const id = delivery.headers?.get(ID_HEADER);
  if (id === undefined || id === '') throw new InvalidError('The message has no id.');
  let payload: unknown;
  try {
    payload = delivery.json();
  } catch (error) {
    throw new InvalidError(`The message is no JSON: ${messageOf(error)}`);
  }
  const topic = delivery.subject.slice(stream.length + 1);
  return { id, topic, payload, headers: headersOf(delivery) };
}

/** What the publisher sent along, without what is the server's own. */
function headersOf(delivery: JsMsg): Record<string, string> {
  const keys = delivery.headers?.keys() ?? [];
  return Object.fromEntries(
    keys
      .filter((key) => !key.startsWith('Nats-'))
      .map((key) => [key.toLowerCase(), delivery.headers?.get(key) ?? '']),
  );
}

/** A header is one line. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, LONGEST_REASON);
}
