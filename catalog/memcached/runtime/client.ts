import { createHash } from 'node:crypto';
import { Client } from 'memjs';
import { UnavailableError } from '#runtime';

/** Seconds that a command may take before the cache counts as away. */
const COMMAND_TIMEOUT_S = 1;
const CONNECT_TIMEOUT_S = 3;
/** After this a command counts as lost: the client does not notice when the server closes the connection under it. */
const LOST_MS = 1_500;
/** Longest key of the protocol, in bytes. */
const LONGEST_KEY = 250;
/** Printable ASCII without blanks: what the protocol takes in a key. */
const SAFE_KEY = /^[\x21-\x7e]+$/;
/** Up to here an expiry is relative, beyond it is a point in time (protocol.txt, "Expiration times"). */
const LONGEST_RELATIVE_S = 30 * 24 * 3_600;

/** A connection to memcached. It opens with the first command, and again after every break. */
export function clientOf(url: string, onError: (error: Error) => void): Client {
  const { hostname, port } = new URL(url);
  const told = (...parts: unknown[]) => onError(new Error(parts.map(String).join(' ')));
  return Client.create(`${hostname}:${port}`, {
    timeout: COMMAND_TIMEOUT_S,
    conntimeout: CONNECT_TIMEOUT_S,
    keepAlive: true,
    // A command that failed has somebody waiting, too; and one server has nobody to fail over to.
    retries: 1,
    failover: false,
    logger: { log: told },
  });
}

/** A key of the protocol: as it is where that is possible, else its hash. */
export function keyOf(namespace: string, key: string): string {
  const plain = `${namespace}:${key}`;
  if (plain.length <= LONGEST_KEY && SAFE_KEY.test(plain)) return plain;
  return `h:${createHash('sha256').update(plain).digest('hex')}`;
}

/** Time to live in whole seconds, as the protocol counts it; 0 keeps the entry until its place is needed. */
export function secondsOf(ttlMs: number | undefined): number {
  if (ttlMs === undefined) return 0;
  const seconds = Math.max(1, Math.ceil(ttlMs / 1000));
  return seconds <= LONGEST_RELATIVE_S ? seconds : Math.floor(Date.now() / 1000) + seconds;
}

/** What a command gives, unless it is lost. */
export async function inTime<T>(command: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UnavailableError('The cache does not answer.')), LOST_MS);
  });
  try {
    return await Promise.race([command, lost]);
  } finally {
    clearTimeout(timer);
  }
}
