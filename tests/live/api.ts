import { Buffer } from 'node:buffer';

/** Something that answers JSON over HTTP. */
export type Api = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/**
 * Talks to a server.
 *
 * @param address with user and password where it asks for them: `http://admin:PASSWORD@127.0.0.1:3000`
 * @returns a function that throws what the server says where it refuses
 */
export function apiOf(address: string): Api {
  const url = new URL(address);
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization: Record<string, string> =
    url.username === '' ? {} : { authorization: `Basic ${Buffer.from(user).toString('base64')}` };
  return async (method, path, body, headers = {}) => {
    const form = body instanceof FormData;
    const response = await fetch(new URL(path, url.origin), {
      method,
      headers: { ...(form ? {} : { 'content-type': 'application/json' }), ...authorization, ...headers },
      ...(body === undefined
        ? {}
        : { body: form ? body : typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}
