import type { Inbox } from '../ports/resource.ts';

/** Messages that are remembered: enough for every redelivery after a broken connection. */
const CAPACITY = 10_000;

/** Remembers messages while the process lives: for services without a store of their own. */
export function createMemoryInbox(): Inbox {
  const seen = new Set<string>();
  return {
    async once(subscription, messageId, work) {
      const key = `${subscription}\n${messageId}`;
      if (seen.has(key)) return 'duplicate';
      await work();
      seen.add(key);
      const [oldest] = seen;
      if (seen.size > CAPACITY && oldest !== undefined) seen.delete(oldest);
      return 'done';
    },
  };
}
