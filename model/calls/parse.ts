import { parsePercentage } from '../quantity/parse.ts';
import type { CallSpec } from '../schema/kinds/service.ts';

/** One call: `TARGET.VERB [OBJECT[.COLUMN]] [by FIELD]`. */
export interface LeafCall {
  type: 'call';
  target: string;
  verb: string;
  /** Table, cache namespace or topic. */
  object?: string;
  /** Column that `add` and `subtract` change. */
  column?: string;
  /** Field of the scope that gives the amount or the key. */
  by?: string;
  /** From 0 to 1. */
  probability: number;
  /** How often it is made, one after the other. */
  repeat: number;
}

/** Calls that are made at the same time; all are waited for. */
export interface ParallelCalls {
  type: 'all';
  calls: ParsedCall[];
}

/** A call that is made in a share of the cases. */
export interface ConditionalCall {
  type: 'chance';
  /** From 0 to 1. */
  probability: number;
  call: ParsedCall;
}

/** A read-through cache: the calls are made, and their result is kept, where the cache has no entry for the key. */
export interface CachedCalls {
  type: 'cached';
  cache: string;
  key: string;
  ttl?: string;
  /** Share of look-ups that the cache answers, from 0 to 1; for the simulation. */
  hit?: number;
  calls: ParsedCall[];
}

export type ParsedCall = LeafCall | ParallelCalls | ConditionalCall | CachedCalls;

/** A text that is no call. */
export interface CallError {
  type: 'error';
  text: string;
  reason: string;
}

const CALL =
  /^(?:(\d{1,3}(?:\.\d+)?%) +|(\d{1,4})x +)?([a-z][-a-z0-9]*)\.([a-z][-a-z0-9]*)(?: +(?!by(?: |$))([A-Za-z_][-\w.]*))?(?: +by +([A-Za-z_]\w*))?$/;
/** What a call looks like, for messages. */
export const CALL_FORM = 'a call such as payments.charge, orders-db.write orders or 10% payments.refund';
const MAX_REPEAT = 1000;

/**
 * Reads one item of an operation's `calls`.
 *
 * @param spec a text, or a map with `all`, `cached` or a percentage
 * @returns the call, or the first error in it
 */
export function parseCall(spec: CallSpec): ParsedCall | CallError {
  if (typeof spec === 'string') return parseCallText(spec);
  if (isAll(spec)) {
    const calls = parseCalls(spec.all);
    return Array.isArray(calls) ? { type: 'all', calls } : calls;
  }
  if (isCached(spec)) return parseCached(spec);
  return parseChance(spec);
}

/** @param text a call's text @returns the call, or why it is none */
export function parseCallText(text: string): LeafCall | CallError {
  const match = CALL.exec(text.trim());
  if (match === null) return { type: 'error', text, reason: `"${text}" is not ${CALL_FORM}` };
  const [, percent, times, target = '', verb = '', object, by] = match;
  const probability = percent === undefined ? 1 : parsePercentage(percent);
  const repeat = times === undefined ? 1 : Number(times);
  if (Number.isNaN(probability)) return { type: 'error', text, reason: `${percent} is more than 100%` };
  if (repeat < 1 || repeat > MAX_REPEAT)
    return { type: 'error', text, reason: `a call is repeated 1 to ${MAX_REPEAT} times` };
  return {
    type: 'call',
    target,
    verb,
    ...splitObject(verb, object),
    ...(by === undefined ? {} : { by }),
    probability,
    repeat,
  };
}

/** Topics may hold dots; everything else before a dot is a table and what follows its column. */
function splitObject(verb: string, object: string | undefined): { object?: string; column?: string } {
  if (object === undefined) return {};
  const dot = object.indexOf('.');
  if (verb === 'publish' || dot === -1) return { object };
  return { object: object.slice(0, dot), column: object.slice(dot + 1) };
}

function parseCalls(specs: readonly CallSpec[]): ParsedCall[] | CallError {
  const calls: ParsedCall[] = [];
  for (const spec of specs) {
    const call = parseCall(spec);
    if (call.type === 'error') return call;
    calls.push(call);
  }
  return calls;
}

function parseCached(spec: Extract<CallSpec, { cached: string }>): CachedCalls | CallError {
  const calls = parseCalls(spec.calls);
  if (!Array.isArray(calls)) return calls;
  return {
    type: 'cached',
    cache: spec.cached,
    key: spec.key,
    ...(spec.ttl === undefined ? {} : { ttl: spec.ttl }),
    ...(spec.hit === undefined ? {} : { hit: parsePercentage(spec.hit) }),
    calls,
  };
}

function parseChance(spec: { [probability: string]: CallSpec }): ConditionalCall | CallError {
  const [percent = '', inner = ''] = Object.entries(spec)[0] ?? [];
  const probability = parsePercentage(percent);
  if (Number.isNaN(probability))
    return { type: 'error', text: percent, reason: `"${percent}" is no percentage from 0% to 100%` };
  const call = parseCall(inner);
  return call.type === 'error' ? call : { type: 'chance', probability, call };
}

/** Whether a call's map is a parallel group. */
export function isAll(spec: Exclude<CallSpec, string>): spec is { all: CallSpec[] } {
  return Object.hasOwn(spec, 'all');
}

/** Whether a call's map is a read-through cache. */
export function isCached(spec: Exclude<CallSpec, string>): spec is Extract<CallSpec, { cached: string }> {
  return Object.hasOwn(spec, 'cached');
}
