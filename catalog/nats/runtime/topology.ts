import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

/** Who reads a topic. */
export interface Binding {
  /** Name of the reader, e.g. `shipping.order-placed`. */
  readonly subscription: string;
  readonly topic: string;
}

/** Time in which a message that is published again under its id is recognised. */
const DUPLICATES_MS = 120_000;

export const subjectOf = (stream: string, topic: string) => `${stream}.${topic}`;
/** Stream of what was given up; the underscore keeps it apart from every component's name. */
export const deadStream = (stream: string) => `${stream}_dead`;
export const deadSubject = (stream: string, subscription: string) => `${deadStream(stream)}.${subscription}`;
/** Name of a reader as the server wants it: without dots. */
export const durableName = (subscription: string) => subscription.replaceAll('.', '_');

/**
 * Makes the stream, its dead letters and every reader's place in it, where they are missing. Publishers do this too,
 * for readers that have never run: what is published before their first start waits for them. What is there already
 * stays as it is: whoever runs the server may have set more replicas or other limits.
 *
 * @param ackWaitMs time after which a message is given to another reader, unless its reader says that it is at work
 */
export async function declareTopology(
  manager: JetStreamManager,
  stream: string,
  bindings: readonly Binding[],
  ackWaitMs: number,
): Promise<void> {
  await unlessThere(
    JetStreamApiCodes.StreamNotFound,
    () => manager.streams.info(stream),
    () =>
      manager.streams.add({
        name: stream,
        subjects: [`${stream}.>`],
        storage: StorageType.File,
        // A message goes when every reader has handled it.
        retention: RetentionPolicy.Interest,
        discard: DiscardPolicy.New,
        duplicate_window: nanos(DUPLICATES_MS),
      }),
  );
  await unlessThere(
    JetStreamApiCodes.StreamNotFound,
    () => manager.streams.info(deadStream(stream)),
    () =>
      manager.streams.add({
        name: deadStream(stream),
        subjects: [`${deadStream(stream)}.>`],
        storage: StorageType.File,
        retention: RetentionPolicy.Limits,
        discard: DiscardPolicy.New,
        duplicate_window: nanos(DUPLICATES_MS),
      }),
  );
  for (const { subscription, topic } of bindings) {
    const durable = durableName(subscription);
    await unlessThere(
      JetStreamApiCodes.ConsumerNotFound,
      () => manager.consumers.info(stream, durable),
      () =>
        manager.consumers.add(stream, {
          durable_name: durable,
          filter_subject: subjectOf(stream, topic),
          ack_policy: AckPolicy.Explicit,
          deliver_policy: DeliverPolicy.All,
          ack_wait: nanos(ackWaitMs),
          // The reader counts and moves to the dead letters itself: the server would only cease to deliver.
          max_deliver: -1,
        }),
    );
  }
}

async function unlessThere(
  missing: number,
  look: () => Promise<unknown>,
  make: () => Promise<unknown>,
): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== missing) throw error;
    await make();
  }
}
