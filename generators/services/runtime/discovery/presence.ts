/** What makes a unit known to others while it can serve. */
export interface Presence {
  /** The unit is ready. Nothing is waited for. */
  start(): void;
  /** The unit is about to stop: nobody new is to come. */
  withdraw(): Promise<void>;
  /** The unit has stopped serving. */
  stop(): Promise<void>;
}
