import { type CallSite, callsOf } from '../calls/list.ts';
import { splitPair } from '../names/pair.ts';
import { parsePercentage, parseRate } from '../quantity/parse.ts';
import type { ArchDocument } from '../schema/document.ts';
import { componentOf } from './lookup.ts';
import { operationsOf } from './roles.ts';

/** One step of a journey: a call, by the operation that makes it. */
export interface JourneyStep {
  /** `component.operation` that calls. */
  caller: string;
  call: CallSite;
  /** How often the step happens in one journey, on average. */
  expected: number;
  /** Calls from the client to here that are waited for, the first one counted. */
  depth: number;
  /** It happens after a message: the client does not wait for it. */
  asynchronous: boolean;
}

/** What one request of a client sets off, down to the last store. */
export interface Journey {
  client: string;
  component: string;
  operation: string;
  /** Requests per second of this kind; `undefined` where the workload does not say. */
  rate: number | undefined;
  steps: JourneyStep[];
}

/** Steps of one journey at most: circles and fan-outs are cut off there. */
const MAX_STEPS = 2000;
/** Operations on the way from the client to a step at most. */
const MAX_DEPTH = 30;

/**
 * Follows every entry of every client's mix through calls and messages.
 *
 * @param document the document
 * @returns one journey for each entry of a mix whose operation exists, in the order of the document
 */
export function journeysOf(document: ArchDocument): Journey[] {
  const consumers = consumersOf(document);
  return Object.entries(document.components).flatMap(([client, component]) => {
    if (component.kind !== 'client') return [];
    const rate = component.workload === undefined ? undefined : parseRate(component.workload.rate);
    return Object.entries(component.workload?.mix ?? {}).flatMap(([key, share]) => {
      const [name, operation] = splitPair(key, '.');
      if (operationOf(document, name, operation) === undefined) return [];
      const steps: JourneyStep[] = [];
      follow({ document, consumers, steps }, name, operation, {
        expected: 1,
        depth: 1,
        asynchronous: false,
        path: [],
      });
      return [
        {
          client,
          component: name,
          operation,
          rate: rate === undefined ? undefined : rate * parsePercentage(share),
          steps,
        },
      ];
    });
  });
}

interface Walk {
  document: ArchDocument;
  consumers: ReadonlyMap<string, readonly (readonly [string, string])[]>;
  steps: JourneyStep[];
}

interface At {
  expected: number;
  depth: number;
  asynchronous: boolean;
  /** Operations that led here: one that stands there already is not followed again. */
  path: readonly string[];
}

function follow(walk: Walk, component: string, operation: string, at: At): void {
  const caller = `${component}.${operation}`;
  const description = operationOf(walk.document, component, operation);
  if (description === undefined || at.path.includes(caller) || at.path.length >= MAX_DEPTH) return;
  for (const call of callsOf(description)) {
    if (walk.steps.length >= MAX_STEPS) return;
    const expected = at.expected * call.probability * call.repeat;
    walk.steps.push({ caller, call, expected, depth: at.depth, asynchronous: at.asynchronous });
    const next = { expected, depth: at.depth + 1, asynchronous: at.asynchronous, path: [...at.path, caller] };
    if (call.verb === 'publish' && call.object !== undefined) {
      for (const [consumer, handler] of walk.consumers.get(`${call.target} ${call.object}`) ?? [])
        follow(walk, consumer, handler, { ...next, depth: 1, asynchronous: true });
    } else follow(walk, call.target, call.verb, next);
  }
}

/** Operations by what they consume. */
function consumersOf(document: ArchDocument): Map<string, [string, string][]> {
  const consumers = new Map<string, [string, string][]>();
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind !== 'service') continue;
    for (const [operation, { consumes }] of Object.entries(component.operations ?? {})) {
      if (consumes !== undefined)
        consumers.set(consumes, [...(consumers.get(consumes) ?? []), [name, operation]]);
    }
  }
  return consumers;
}

function operationOf(document: ArchDocument, component: string, operation: string) {
  const operations = operationsOf(componentOf(document, component));
  return Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}
