import type { Cache } from './cache.ts';
import type { Subscription } from './queue.ts';
import type { Bucket } from './storage.ts';
import type { Table, TableDefinition } from './table.ts';

/** Something outside that the unit depends on, with a connection to open and to close. */
export interface Resource {
  readonly name: string;
  /** What software it is, in OpenTelemetry's words (`db.system.name`, `messaging.system`): `postgresql`, `kafka`. */
  readonly system?: string;
  /** Opens the connection and makes what is needed there. Is called again where it throws. */
  start(): Promise<void>;
  /** Closes the connection; what is under way is finished first. */
  stop(): Promise<void>;
  /** @throws where the resource does not answer */
  check(): Promise<void>;
}

/** Remembers messages, so that a message that comes twice is worked on once. */
export interface Inbox {
  /**
   * Does `work`, unless it was done for this message before.
   *
   * @param subscription who reads
   * @returns `duplicate` where it was done before
   * @throws what `work` throws: then nothing is remembered
   */
  once(subscription: string, messageId: string, work: () => Promise<void>): Promise<'done' | 'duplicate'>;
}

export interface DatabaseResource extends Resource, Inbox {
  table<Row extends object>(definition: TableDefinition<Row>): Table<Row>;
}

export interface CacheResource extends Resource, Inbox {
  cache<Entries>(): Cache<Entries>;
}

export interface StorageResource extends Resource {
  bucket(name: string): Bucket;
}

export interface QueueResource extends Resource {
  /** Done when the broker has confirmed the message. */
  publish(message: {
    id: string;
    topic: string;
    payload: unknown;
    headers: Readonly<Record<string, string>>;
  }): Promise<void>;
  /** To be called before `start`. */
  subscribe(subscription: Subscription): void;
}
