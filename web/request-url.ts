import type { IncomingMessage } from 'node:http';

/**
 * The URL that a request asks for; its host and port mean nothing. The text is appended and not resolved, because
 * `//name/path` would resolve to another host with a path of its own.
 */
export function requestUrl(request: Pick<IncomingMessage, 'url'>): URL {
  const text = `http://localhost${request.url}`;
  return URL.canParse(text) ? new URL(text) : new URL('http://localhost/%00');
}
