import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import type { ServePage } from './server.ts';

/** The user interface from its sources, with hot reloading over the same server. */
export async function developmentPage(
  server: Server,
  nonce: string,
): Promise<{ serve: ServePage; close(): Promise<void> }> {
  const vite = await createServer({
    configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
    server: { middlewareMode: true, ws: { server } },
    html: { cspNonce: nonce },
    appType: 'spa',
  });
  const serve: ServePage = (request, response) =>
    new Promise((done, failed) => {
      response.on('close', () => done(true));
      vite.middlewares(request, response, (error?: unknown) => (error ? failed(error) : done(false)));
    });
  return { serve, close: () => vite.close() };
}
