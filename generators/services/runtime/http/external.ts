import type { CallOptions } from '../calls/caller.ts';
import { createClient } from './client.ts';

/** Somebody else's API, of which the document tells no more than that it is called. */
export type External<Verb extends string> = Readonly<
  Record<Verb, (input: Readonly<Record<string, unknown>>) => Promise<unknown>>
>;

/**
 * Makes the way to somebody else's API: each verb posts its input to the path of that name. To be replaced by calls
 * of that API's own form where it differs.
 *
 * @param verbs method name to path segment
 */
export function createExternal<Verb extends string>(
  name: string,
  verbs: Readonly<Record<Verb, string>>,
  options: CallOptions,
): External<Verb> {
  const operations = Object.fromEntries(
    Object.entries<string>(verbs).map(([method, verb]) => [
      method,
      { name: verb, http: { method: 'POST' as const, path: `/${verb}` }, input: { type: 'object' } },
    ]),
  );
  return createClient<External<Verb>>({ service: name, operations }, options);
}
