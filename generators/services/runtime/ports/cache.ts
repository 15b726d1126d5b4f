/** Entries by namespace and key. `Entries` names the type that each namespace holds. */
export interface Cache<Entries> {
  /** @throws NotFoundError where there is no entry */
  get<N extends keyof Entries & string>(namespace: N, key: string): Promise<Entries[N]>;
  /** @param options `ttlMs`: how long the entry is kept, in milliseconds; for ever where absent */
  set<N extends keyof Entries & string>(
    namespace: N,
    key: string,
    value: Entries[N],
    options?: { ttlMs?: number },
  ): Promise<void>;
  /** Removes the entry, if it is there. */
  delete(namespace: keyof Entries & string, key: string): Promise<void>;
  /**
   * Read-through: the entry, or what `load` gives, which is then kept. A cache that is away is passed by: it slows the
   * system down, it does not stop it.
   */
  through<N extends keyof Entries & string>(
    namespace: N,
    key: string,
    options: { ttlMs?: number },
    load: () => Promise<Entries[N]>,
  ): Promise<Entries[N]>;
}
