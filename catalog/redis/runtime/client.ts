import { createClient } from 'redis';

const CONNECT_TIMEOUT_MS = 3_000;
/** Longest that a command may take before the cache counts as away. */
const COMMAND_TIMEOUT_MS = 1_000;
const LONGEST_RECONNECT_DELAY_MS = 2_000;

export type Client = ReturnType<typeof clientOf>;

/** A connection to Redis, not yet open. It reconnects by itself once it was. */
export function clientOf(name: string, url: string) {
  return createClient({
    url,
    name,
    // Commands fail while the connection is away instead of waiting for it: the caller has somebody waiting, too.
    disableOfflineQueue: true,
    commandOptions: { timeout: COMMAND_TIMEOUT_MS },
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (retries) =>
        Math.min(50 * 2 ** retries, LONGEST_RECONNECT_DELAY_MS) + Math.floor(Math.random() * 100),
    },
  });
}
