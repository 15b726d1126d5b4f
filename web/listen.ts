import type { Server } from 'node:http';

/** How many ports after the wanted one are tried. */
const TRIES = 20;

/**
 * Listens on 127.0.0.1, on the wanted port or the next free one.
 *
 * @returns the port
 * @throws the system's error where none of them is free or may be used
 */
export async function listenNear(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      return await listen(server, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= wanted + TRIES || port >= 65_535) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}
