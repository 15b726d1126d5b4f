import { describe, expect, it } from 'vitest';
import { mayRetry } from '../calls/retry.ts';
import {
  ConflictError,
  InvalidError,
  isBreakdown,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '../errors.ts';
import { failureOf, failureOfFetch } from './failure.ts';

describe('an answer', () => {
  it.each([
    [200, undefined],
    [204, undefined],
    [400, InvalidError],
    [401, UpstreamError],
    [404, NotFoundError],
    [409, ConflictError],
    [500, UpstreamError],
    [502, UpstreamError],
    [503, UnavailableError],
    [504, TimeoutError],
  ])('of %i means what it meant over there', (status, kind) => {
    const failure = failureOf('payments', status, 'why');
    if (kind === undefined) expect(failure).toBeUndefined();
    else expect(failure).toBeInstanceOf(kind);
  });
});

describe('a call that was not served', () => {
  it('may be made again whatever it does only if it was turned away at the door', () => {
    expect(mayRetry('POST', failureOf('payments', 503, 'starting', true))).toBe(true);
    expect(mayRetry('POST', failureOf('payments', 503, 'half way through'))).toBe(false);
    expect(mayRetry('GET', failureOf('payments', 503, 'half way through'))).toBe(true);
  });
});

describe('a call that got no answer', () => {
  const failed = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  const never = failureOfFetch('payments', failed('ECONNREFUSED'), 100);
  const broken = failureOfFetch('payments', failed('ECONNRESET'), 100);
  const late = failureOfFetch('payments', new DOMException('late', 'TimeoutError'), 100);

  it('may be made again whatever it does if it never arrived', () => {
    expect(never).toBeInstanceOf(UnavailableError);
    expect(mayRetry('POST', never)).toBe(true);
  });

  it('may be made again only if it is idempotent where it may have arrived', () => {
    expect(broken).toBeInstanceOf(UpstreamError);
    expect(late).toBeInstanceOf(TimeoutError);
    for (const failure of [broken, late]) {
      expect(mayRetry('POST', failure)).toBe(false);
      expect(mayRetry('PATCH', failure)).toBe(false);
      expect(mayRetry('GET', failure)).toBe(true);
      expect(mayRetry('PUT', failure)).toBe(true);
    }
  });

  it('is not made again after a no, which is no trouble of the other side', () => {
    for (const no of [new NotFoundError('x'), new ConflictError('x'), new InvalidError('x')]) {
      expect(mayRetry('GET', no)).toBe(false);
      expect(isBreakdown(no)).toBe(false);
    }
  });
});
