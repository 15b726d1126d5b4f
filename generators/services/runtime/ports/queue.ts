/** Publishes messages; `Topics` names the payload of each topic. */
export interface Publisher<Topics> {
  /** Done when the broker has the message safely. */
  publish<T extends keyof Topics & string>(topic: T, payload: Topics[T]): Promise<void>;
}

/** A message as it came. */
export interface Message {
  /** Same for every delivery of the same message. */
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type Outcome = 'done' | 'duplicate' | 'retried' | 'dead';

/** One reader of a topic. */
export interface Subscription {
  readonly subscription: string;
  readonly topic: string;
  /** @throws InvalidError: goes to the dead letters at once; any other error: is tried again later */
  handle(message: Message): Promise<'done' | 'duplicate'>;
  /** Told what became of each message. */
  settled(outcome: Outcome): void;
}
