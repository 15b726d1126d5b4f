import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { insideFolder, mediaType } from '#host';

/** Files whose name holds a hash of their content never change. */
const HASHED = /^\/assets\//;

/**
 * Serves a file of the build, compressed where the build laid a compressed one beside it and the browser takes it.
 *
 * @returns false where there is no such file
 */
export async function serveFile(
  folder: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = insideFolder(folder, pathname);
  if (path === undefined) return false;
  const file = await choose(path, String(request.headers['accept-encoding'] ?? ''));
  if (!file) return false;
  const etag = `"${file.size.toString(36)}-${file.modified.toString(36)}"`;
  response.setHeader('Content-Type', mediaType(path));
  response.setHeader(
    'Cache-Control',
    HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('ETag', etag);
  if (file.encoding) response.setHeader('Content-Encoding', file.encoding);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  response.writeHead(200, { 'Content-Length': file.size });
  if (request.method === 'HEAD' || response.destroyed) response.end();
  // A browser that goes away half-way is no failure of ours.
  else pipeline(createReadStream(file.path), response, () => undefined);
  return true;
}

async function choose(path: string, accepted: string) {
  const variants = [
    { encoding: 'br', path: `${path}.br` },
    { encoding: 'gzip', path: `${path}.gz` },
  ].filter(({ encoding }) => accepted.split(',').some((item) => item.trim().split(';')[0] === encoding));
  for (const variant of [...variants, { encoding: undefined, path }]) {
    const stats = await stat(variant.path).catch(() => undefined);
    if (stats?.isFile()) return { ...variant, size: stats.size, modified: Math.round(stats.mtimeMs) };
  }
  return undefined;
}
