import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** What belongs to one request or message while it is worked on, and travels along with the calls it causes. */
export interface RequestContext {
  readonly requestId: string;
  /** W3C Trace Context: `00-TRACE-SPAN-FLAGS` of the span that is worked in, or of the caller where none is recorded. */
  readonly traceparent: string;
  /** Made up here, as no caller gave one: there is no span of that id. */
  readonly unparented: boolean;
  /** What other tracing systems want handed on. */
  readonly tracestate?: string;
  /** Service that works on it. */
  readonly service?: string;
  /** When the caller stops waiting, in milliseconds since 1970. */
  readonly deadline?: number;
  /** The message that is being handled, if it is one, and how many it has caused so far. */
  readonly message?: { readonly id: string; published: number };
}

/** What a caller sent along. Anything malformed is ignored. */
export interface Incoming {
  readonly requestId?: unknown;
  readonly traceparent?: unknown;
  readonly tracestate?: unknown;
  readonly messageId?: string;
  readonly deadline?: number;
}

const storage = new AsyncLocalStorage<RequestContext>();
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** What a request id from outside may hold: it ends up in logs and headers. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;
/** Printable ASCII, as long as everybody must be able to hand on (W3C Trace Context, section 3.3.1.5). */
const TRACESTATE = /^[\x20-\x7e]{1,512}$/;

/**
 * Makes the context of a request: continues what the caller began, or begins anew.
 *
 * @param incoming the caller's headers
 * @param service who works on it
 */
export function createContext(incoming: Incoming, service?: string): RequestContext {
  const { requestId, traceparent, tracestate, messageId, deadline } = incoming;
  const continued = matches(traceparent, TRACEPARENT);
  return {
    requestId: matches(requestId, REQUEST_ID) ? requestId : randomUUID(),
    traceparent: continued ? traceparent : newTrace(),
    unparented: !continued,
    ...(continued && matches(tracestate, TRACESTATE) ? { tracestate } : {}),
    ...(service === undefined ? {} : { service }),
    ...(deadline === undefined || !Number.isFinite(deadline) ? {} : { deadline }),
    ...(messageId === undefined ? {} : { message: { id: messageId, published: 0 } }),
  };
}

/** Runs `work`, and everything it causes, in the context. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Runs `work` as what another service of this process does in the same request. */
export function runAs<T>(service: string, work: () => T): T {
  const context = storage.getStore();
  return context === undefined || context.service === service
    ? work()
    : storage.run({ ...context, service }, work);
}

export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Headers that carry the present context to the next service. */
export function outgoingHeaders(): Record<string, string> {
  const context = storage.getStore();
  if (context === undefined) return {};
  const { requestId, traceparent, tracestate } = context;
  return { 'x-request-id': requestId, traceparent, ...(tracestate === undefined ? {} : { tracestate }) };
}

/** Milliseconds for which the caller of the present request still waits; without a caller that said so, no end. */
export function remainingMs(): number {
  const deadline = storage.getStore()?.deadline;
  return deadline === undefined ? Number.POSITIVE_INFINITY : deadline - Date.now();
}

/**
 * Id of the next message to be published. While a message is handled the id follows from that message's: when it is
 * handled again, because the first time broke off, readers recognise what they have already seen.
 *
 * @param topic what is published
 */
export function nextMessageId(topic: string): string {
  const message = storage.getStore()?.message;
  if (message === undefined) return randomUUID();
  message.published += 1;
  return createHash('sha256')
    .update(`${message.id}\n${topic}\n${message.published}`)
    .digest('hex')
    .slice(0, 32);
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function newTrace(): string {
  const bytes = randomBytes(24).toString('hex');
  return `00-${bytes.slice(0, 32)}-${bytes.slice(32)}-01`;
}
