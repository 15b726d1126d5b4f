import { extname, join } from 'node:path';

/** Media types of what the build consists of. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** @returns the media type of a file of the user interface */
export function mediaType(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}

/**
 * Turns the path of a URL into a path inside a folder.
 *
 * @returns `undefined` for anything that is no plain name inside it: `..`, encoded slashes, NUL, hidden files
 */
export function insideFolder(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const segments = decoded.split('/').slice(1);
  const plain = (segment: string) => /^[\w@()+,~-][\w@()+,.~-]*$/.test(segment);
  if (decoded === '/') return join(folder, 'index.html');
  return segments.every(plain) ? join(folder, ...segments) : undefined;
}
