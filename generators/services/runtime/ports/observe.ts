import { currentContext } from '../context.ts';
import { outcomeOf } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { inSpan } from '../tracing/span.ts';
import type { Resource } from './resource.ts';

/** What a store is opened for, by the resource's method that opens it; `object` names it in metrics and spans. */
const OPENERS: Readonly<Record<string, (argument: unknown) => string>> = {
  table: nameOf,
  bucket: nameOf,
  cache: () => '',
};

type Method = (...values: readonly unknown[]) => unknown;

/**
 * Has every use of a database, a cache or a storage measured and traced, whatever engine it is: what the resource opens
 * (a table, a cache, a bucket) is wrapped so that each call of its methods is one observation.
 *
 * @returns the resource, or what behaves like it
 */
export function observed<R extends Resource>(resource: R, metrics: Metrics): R {
  if (!Object.keys(OPENERS).some((opener) => opener in resource)) return resource;
  return new Proxy(resource, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      const opener = OPENERS[String(property)];
      const method: Method = (...values) => Reflect.apply(value, target, values);
      if (opener === undefined) return method;
      return (...values: readonly unknown[]) => {
        const store = method(...values);
        return typeof store === 'object' && store !== null
          ? withObservation(store, opener(values[0]), target, metrics)
          : store;
      };
    },
  });
}

function withObservation(store: object, object: string, resource: Resource, metrics: Metrics): object {
  const methods = new Map<string | symbol, unknown>();
  return new Proxy(store, {
    get(target, property) {
      if (!methods.has(property)) {
        const value: unknown = Reflect.get(target, property, target);
        methods.set(
          property,
          typeof value === 'function'
            ? observation((...values) => Reflect.apply(value, target, values), {
                object,
                verb: String(property),
                resource,
                metrics,
              })
            : value,
        );
      }
      return methods.get(property);
    },
  });
}

interface Observation {
  object: string;
  verb: string;
  resource: Resource;
  metrics: Metrics;
}

function observation(method: Method, { object, verb, resource, metrics }: Observation) {
  return async (...values: readonly unknown[]): Promise<unknown> => {
    // A cache's methods name what they are about themselves.
    const collection = object === '' ? String(values[0]) : object;
    const labels = { resource: resource.name, object: collection, verb };
    const stop = metrics.resourceDuration.startTimer(labels);
    const service = currentContext()?.service ?? '';
    try {
      const result = await inSpan(spanOf(verb, collection, resource), async () => method(...values));
      stop({ service, outcome: 'ok' });
      return result;
    } catch (error) {
      stop({ service, outcome: outcomeOf(error) });
      throw error;
    }
  };
}

/** https://opentelemetry.io/docs/specs/semconv/database/database-spans/ */
function spanOf(verb: string, collection: string, { name, system }: Resource) {
  return {
    name: `${verb} ${collection}`,
    kind: 'client',
    attributes: {
      ...(system === undefined ? {} : { 'db.system.name': system }),
      'db.namespace': name,
      'db.collection.name': collection,
      'db.operation.name': verb,
    },
  } as const;
}

function nameOf(argument: unknown): string {
  if (typeof argument === 'string') return argument;
  return typeof argument === 'object' && argument !== null && 'name' in argument ? String(argument.name) : '';
}
