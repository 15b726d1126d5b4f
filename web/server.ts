import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { contentSecurityPolicy, type HostRouter, securityHeaders } from '#host';
import { Admission, newToken } from './admission.ts';
import { listenNear } from './listen.ts';
import { NO_TOKEN, NOT_FOUND, WELCOME } from './pages.ts';
import { requestUrl } from './request-url.ts';
import { serveSockets } from './socket.ts';

/** Serves the user interface's files: the build's folder, or Vite in development. */
export type ServePage = (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
) => Promise<boolean>;

export interface WebServerOptions {
  router: HostRouter;
  /** Port to try first; 0 takes any free one. */
  port: number;
  /** Token to ask for; by default a new one. */
  token?: string;
  /** Made once the server exists, because Vite's hot reloading listens on it too. */
  page(server: Server, nonce: string): Promise<{ serve: ServePage; close(): Promise<void> }>;
  /** Development: the page has inline scripts with a nonce, and Vite has WebSockets of its own. */
  development?: boolean;
}

export interface WebServer {
  /** Address with the token, to be opened in a browser on this machine. */
  url: string;
  port: number;
  /** Ends all connections and gives the port back. */
  close(): Promise<void>;
}

/**
 * Starts the web shell, on this machine's own address only.
 *
 * @throws the system's error where no port near the wanted one is free
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const nonce = randomBytes(16).toString('base64');
  const server = createServer();
  const page = await options.page(server, nonce);
  let admission = new Admission(0, options.token ?? newToken());
  const closeSockets = serveSockets(
    server,
    options.router,
    () => admission,
    options.development ? 'leave' : 'refuse',
  );
  server.on('request', (request, response) => {
    answer(request, response, admission, page.serve, options.development ? nonce : undefined).catch(
      (error: unknown) => {
        process.stderr.write(`The web server could not answer ${request.url}: ${String(error)}\n`);
        response.destroy();
      },
    );
  });
  const port = await listenNear(server, options.port);
  admission = new Admission(port, admission.token);
  return {
    port,
    url: `http://127.0.0.1:${port}/?token=${admission.token}`,
    async close() {
      closeSockets();
      await page.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Admission,
  serve: ServePage,
  nonce: string | undefined,
) {
  const sockets = admission.authorities.map((authority) => `ws://${authority}`);
  for (const [name, value] of Object.entries(securityHeaders(contentSecurityPolicy({ nonce, sockets }))))
    response.setHeader(name, value);
  const refusal = admission.refuse(request);
  const url = requestUrl(request);
  if (refusal === 'host' || refusal === 'origin') return send(response, 403, NO_TOKEN);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, NOT_FOUND, { Allow: 'GET, HEAD' });
  if (url.pathname === '/' && admission.brings(url))
    return send(response, 200, WELCOME, { 'Set-Cookie': admission.cookie });
  if (refusal) return send(response, 403, NO_TOKEN);
  if (!(await serve(request, response, url.pathname))) send(response, 404, NOT_FOUND);
}

function send(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    })
    .end(html);
}
