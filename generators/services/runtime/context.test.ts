import { describe, expect, it } from 'vitest';
import { createContext, currentContext, nextMessageId, outgoingHeaders, runInContext } from './context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the context of a request', () => {
  it('continues what the caller began, in a span of its own', () => {
    const context = createContext({ requestId: 'r-1', traceparent: `00-${TRACE}-00f067aa0ba902b7-01` });
    expect(context.requestId).toBe('r-1');
    const headers = runInContext(context, outgoingHeaders);
    expect(headers['x-request-id']).toBe('r-1');
    expect(headers.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(headers.traceparent).not.toBe(context.traceparent);
  });

  it.each([['a b\nc'], [''], ['x'.repeat(200)], [42]])(
    'begins anew where the caller sent %j',
    (requestId) => {
      const context = createContext({ requestId, traceparent: 'nonsense' });
      expect(context.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(context.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
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
