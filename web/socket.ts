import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { endSession, type HostRouter, MAX_DOCUMENT_BYTES, startSession } from '#host';
import type { Admission } from './admission.ts';
import { requestUrl } from './request-url.ts';

/** Path of the WebSocket that carries the contract. */
export const SOCKET_PATH = '/host';

/** Largest message: a document as JSON, where each character may take up to six bytes, twice over for comfort is not needed. */
const MAX_MESSAGE_BYTES = MAX_DOCUMENT_BYTES * 2;
/** Milliseconds between signs of life; a tab that shows none between two of them is gone. */
const HEARTBEAT = 30_000;

/**
 * Carries the contract over WebSockets.
 *
 * @param foreign what to do with upgrades to other paths: development leaves them to Vite, otherwise they are refused
 * @returns closes all of them
 */
export function serveSockets(
  server: Server,
  router: HostRouter,
  admission: () => Admission,
  foreign: 'refuse' | 'leave',
): () => void {
  const handler = new RPCHandler(router);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    clientTracking: true,
  });
  const alive = new WeakSet<object>();

  server.on('upgrade', (request, socket, head) => {
    if (requestUrl(request).pathname !== SOCKET_PATH) {
      if (foreign === 'refuse') refuse(socket, '404 Not Found');
      return;
    }
    if (refusedSocket(request, admission())) return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (connection) => {
      const session = startSession();
      alive.add(connection);
      connection.on('pong', () => alive.add(connection));
      connection.on('close', () => endSession(session));
      // Too large a message, a broken frame: `ws` closes the connection and the page connects again.
      connection.on('error', () => undefined);
      void handler.upgrade(connection, { context: { session } });
    });
  });

  const heartbeat = setInterval(() => {
    for (const connection of sockets.clients) {
      if (!alive.delete(connection)) connection.terminate();
      else connection.ping();
    }
  }, HEARTBEAT);
  heartbeat.unref();

  return () => {
    clearInterval(heartbeat);
    for (const connection of sockets.clients) connection.close(1001, 'The server is stopping');
    sockets.close();
  };
}

/** Browsers always send an origin with a WebSocket; what sends none is no browser and has no business here. */
function refusedSocket(request: IncomingMessage, admission: Admission): boolean {
  return request.headers.origin === undefined || admission.refuse(request) !== undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => undefined);
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
