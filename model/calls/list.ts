import type { Operation } from '../schema/kinds/service.ts';
import { type CallError, type LeafCall, type ParsedCall, parseCall } from './parse.ts';

/** A call that an operation makes, however deep it stands among groups. */
export interface CallSite extends Omit<LeafCall, 'type'> {
  /** Text of the call alone, without probability and repetition. */
  spec: string;
  /** Cache whose misses lead to the call. */
  cachedIn?: string;
}

const known = new WeakMap<object, readonly CallSite[]>();

/**
 * Every call of an operation as a flat list, in order. A read-through cache counts as `get` on the cache, the calls
 * behind it, and `set` for what they found; their probability is that of a miss where the hit ratio is given.
 * Texts that are no call are left out: they are problems of the document.
 *
 * @param operation an operation of a service
 * @returns the calls, with the probability that each is made in one run of the operation
 */
export function callsOf(operation: Operation): readonly CallSite[] {
  const calls = operation.calls;
  if (calls === undefined) return [];
  let list = known.get(calls);
  if (list === undefined) {
    const sites: CallSite[] = [];
    for (const spec of calls) collect(parseCall(spec), 1, undefined, sites);
    list = sites;
    known.set(calls, list);
  }
  return list;
}

function collect(
  call: ParsedCall | CallError,
  probability: number,
  cachedIn: string | undefined,
  into: CallSite[],
): void {
  switch (call.type) {
    case 'error':
      return;
    case 'call':
      into.push(siteOf(call, probability, cachedIn));
      return;
    case 'all':
      for (const inner of call.calls) collect(inner, probability, cachedIn, into);
      return;
    case 'chance':
      collect(call.call, probability * call.probability, cachedIn, into);
      return;
    case 'cached': {
      const miss = probability * (1 - (call.hit ?? 0));
      into.push(
        siteOf(
          { type: 'call', target: call.cache, verb: 'get', by: call.key, probability: 1, repeat: 1 },
          probability,
          cachedIn,
        ),
      );
      for (const inner of call.calls) collect(inner, miss, call.cache, into);
      into.push(
        siteOf(
          { type: 'call', target: call.cache, verb: 'set', by: call.key, probability: 1, repeat: 1 },
          miss,
          cachedIn,
        ),
      );
      return;
    }
  }
}

function siteOf(call: LeafCall, probability: number, cachedIn: string | undefined): CallSite {
  const { type: _, ...rest } = call;
  const object =
    call.object === undefined ? '' : ` ${call.object}${call.column === undefined ? '' : `.${call.column}`}`;
  const spec = `${call.target}.${call.verb}${object}${call.by === undefined ? '' : ` by ${call.by}`}`;
  return {
    ...rest,
    probability: probability * call.probability,
    spec,
    ...(cachedIn === undefined ? {} : { cachedIn }),
  };
}
