import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy, insideFolder, mediaType, securityHeaders } from '#host';
import { isOwnPage, SCHEME } from './origin.ts';

/** Announces the scheme; has to happen before the application is ready. */
export function setupScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/**
 * Serves the user interface under `app://archwright/`, with the content security policy as a header on every answer.
 *
 * @param folder the built user interface
 */
export function setupProtocol(folder: string): void {
  const headers = securityHeaders(contentSecurityPolicy());
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOwnPage(request.url))
      return new Response('Not found', { status: 404, headers });
    const path = insideFolder(folder, new URL(request.url).pathname);
    const content = path === undefined ? undefined : await readFile(path).catch(() => undefined);
    if (path === undefined || content === undefined)
      return new Response('Not found', { status: 404, headers });
    return new Response(new Uint8Array(content), {
      headers: { ...headers, 'Content-Type': mediaType(path) },
    });
  });
}
