import { parsePercentage } from '../quantity/parse.ts';
import type { CallSpec, Operation } from '../schema/kinds/service.ts';
import { isAll, isCached, type LeafCall, parseCallText } from './parse.ts';

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
    for (const spec of calls) collect(spec, 1, undefined, sites);
    list = sites;
    known.set(calls, list);
  }
  return list;
}

function collect(spec: CallSpec, probability: number, cachedIn: string | undefined, into: CallSite[]): void {
  if (typeof spec === 'string') {
    const call = parseCallText(spec);
    if (call.type === 'call') into.push(siteOf(call, probability, cachedIn));
  } else if (isAll(spec)) {
    for (const inner of spec.all) collect(inner, probability, cachedIn, into);
  } else if (isCached(spec)) {
    const miss = probability * (1 - (spec.hit === undefined ? 0 : parsePercentage(spec.hit)));
    into.push(siteOf(cacheCall(spec.cached, 'get', spec.key), probability, cachedIn));
    for (const inner of spec.calls) collect(inner, miss, spec.cached, into);
    into.push(siteOf(cacheCall(spec.cached, 'set', spec.key), miss, cachedIn));
  } else {
    for (const [percent, inner] of Object.entries(spec))
      collect(inner, probability * parsePercentage(percent), cachedIn, into);
  }
}

function cacheCall(target: string, verb: string, by: string): LeafCall {
  return { type: 'call', target, verb, by, probability: 1, repeat: 1 };
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
