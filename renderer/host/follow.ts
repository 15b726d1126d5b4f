import type { ConnectionState, Observable } from './connection.ts';

/** What `followFile` needs of the host. */
export interface FileFollower {
  watch(path: string, signal: AbortSignal): Promise<AsyncIterable<{ version: string | null }>>;
  connection: Observable<ConnectionState>;
}

/**
 * Follows a file, over broken connections too.
 *
 * @param changed is told the file's version at the start and whenever it becomes another
 * @returns ends it
 */
export function followFile(
  host: FileFollower,
  path: string,
  changed: (version: string | null) => void,
): () => void {
  const end = new AbortController();
  let current: AbortController | undefined;

  const watch = async () => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    try {
      const signal = AbortSignal.any([mine.signal, end.signal]);
      for await (const { version } of await host.watch(path, signal)) {
        if (signal.aborted) return;
        changed(version);
      }
    } catch {
      // The connection broke (it is followed below and watched again) or the folder is gone (saving will say so).
    }
  };

  const stop = host.connection.subscribe(() => {
    if (host.connection.get() === 'open') void watch();
  });
  void watch();
  return () => {
    stop();
    end.abort();
  };
}
