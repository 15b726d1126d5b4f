import type { CallOptions } from '../calls/caller.ts';
import { UpstreamError } from '../errors.ts';
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
  if (!/^https?:/.test(options.url)) return unknown(name, verbs);
  return createClient<External<Verb>>({ service: name, operations }, options);
}

/** Stands in for an API in a protocol whose contract is not known, such as gRPC: the rest of the service works. */
function unknown<Verb extends string>(name: string, verbs: Readonly<Record<Verb, string>>): External<Verb> {
  const refuse = async (): Promise<unknown> => {
    throw new UpstreamError(
      `${name} cannot be called: its contract is not known. Make a client from its .proto file.`,
    );
  };
  // Each verb's name has a method.
  const methods: Readonly<Record<string, typeof refuse>> = Object.fromEntries(
    Object.keys(verbs).map((method) => [method, refuse]),
  );
  return methods as External<Verb>;
}
