import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** What belongs to one request or message while it is worked on, and travels along with the calls it causes. */
export interface RequestContext {
  readonly requestId: string;
  /** W3C Trace Context: `00-TRACE-SPAN-FLAGS`. */
  readonly traceparent: string;
  /** The message that is being handled, if it is one. */
  readonly messageId?: string;
  /** Messages published so far: numbers them, so that handling a message again publishes the same ids again. */
  published: number;
}

const storage = new AsyncLocalStorage<RequestContext>();
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
/** What a request id from outside may hold: it ends up in logs and headers. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/**
 * Makes the context of a request: continues what the caller began, or begins anew.
 *
 * @param incoming the caller's headers; anything malformed is ignored
 */
export function createContext(incoming: {
  requestId?: unknown;
  traceparent?: unknown;
  messageId?: string;
}): RequestContext {
  const given = typeof incoming.requestId === 'string' && REQUEST_ID.test(incoming.requestId);
  return {
    requestId: given ? String(incoming.requestId) : randomUUID(),
    traceparent: nextSpan(incoming.traceparent),
    ...(incoming.messageId === undefined ? {} : { messageId: incoming.messageId }),
    published: 0,
  };
}

/** Runs `work`, and everything it causes, in the context. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Headers that carry the present context to the next service. */
export function outgoingHeaders(): Record<string, string> {
  const context = storage.getStore();
  if (context === undefined) return {};
  return { 'x-request-id': context.requestId, traceparent: nextSpan(context.traceparent) };
}

/**
 * Id of the next message to be published. While a message is handled the id follows from that message's: when it is
 * handled again, because the first time broke off, readers recognise what they have already seen.
 *
 * @param topic what is published
 */
export function nextMessageId(topic: string): string {
  const context = storage.getStore();
  if (context?.messageId === undefined) return randomUUID();
  context.published += 1;
  return createHash('sha256')
    .update(`${context.messageId}\n${topic}\n${context.published}`)
    .digest('hex')
    .slice(0, 32);
}

function nextSpan(traceparent: unknown): string {
  const match = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
  const trace = match?.[1] ?? randomBytes(16).toString('hex');
  return `00-${trace}-${randomBytes(8).toString('hex')}-${match?.[3] ?? '01'}`;
}
