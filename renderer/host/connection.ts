/** State of the connection to the host. `lost`: it was open once and is being made again. */
export type ConnectionState = 'connecting' | 'open' | 'lost';

/** Something whose state can be read and followed, in the form that React's `useSyncExternalStore` takes. */
export interface Observable<T> {
  get(): T;
  /** @returns ends it */
  subscribe(changed: () => void): () => void;
}

/** A state that tells its followers when it becomes another. */
export class State<T> implements Observable<T> {
  #value: T;
  readonly #followers = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  get = (): T => this.#value;

  set(value: T): void {
    if (value === this.#value) return;
    this.#value = value;
    for (const follower of [...this.#followers]) follower();
  }

  subscribe = (changed: () => void): (() => void) => {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  };
}
