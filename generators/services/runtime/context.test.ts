import { describe, expect, it } from 'vitest';
import {
  createContext,
  currentContext,
  nextMessageId,
  outgoingHeaders,
  remainingMs,
  runAs,
  runInContext,
} from './context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the context of a request', () => {
  it('continues what the caller began, whose span stays the parent where none is recorded here', () => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const context = createContext({ requestId: 'r-1', traceparent, tracestate: 'vendor=1' });
    expect(runInContext(context, outgoingHeaders)).toEqual({
      'x-request-id': 'r-1',
      traceparent,
      tracestate: 'vendor=1',
    });
    expect(context.unparented).toBe(false);
  });

  it('ends when the caller stops waiting', () => {
    const left = (deadline?: number) =>
      runInContext(createContext(deadline === undefined ? {} : { deadline }), remainingMs);
    expect(left()).toBe(Number.POSITIVE_INFINITY);
    expect(left(0)).toBeLessThan(0);
    expect(left(Date.now() + 60_000)).toBeGreaterThan(50_000);
  });

  it("is the same request's when another service of the process works on it", () => {
    runInContext(createContext({ requestId: 'r-1', messageId: 'm-1' }, 'orders'), () => {
      const before = nextMessageId('made');
      runAs('payments', () => {
        expect(currentContext()).toMatchObject({ requestId: 'r-1', service: 'payments' });
        expect(nextMessageId('made')).not.toBe(before);
      });
      expect(currentContext()?.service).toBe('orders');
    });
  });

  it.each([['a b\nc'], [''], ['x'.repeat(200)], [42]])(
    'begins anew where the caller sent %j',
    (requestId) => {
      const context = createContext({ requestId, traceparent: 'nonsense', tracestate: 'vendor=1' });
      expect(context.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(context.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      expect([context.unparented, context.tracestate]).toEqual([true, undefined]);
    },
  );

  it('is that of the request alone', () => {
    expect(currentContext()).toBeUndefined();
    expect(outgoingHeaders()).toEqual({});
  });

  it('publishes the same ids when a message is handled again, and others for another message', () => {
    const handle = (messageId: string) =>
      runInContext(createContext({ messageId }), () => [
        nextMessageId('made'),
        nextMessageId('made'),
        nextMessageId('sent'),
      ]);
    expect(handle('m-1')).toEqual(handle('m-1'));
    expect(new Set([...handle('m-1'), ...handle('m-2')]).size).toBe(6);
    expect(nextMessageId('made')).not.toBe(nextMessageId('made'));
  });
});
