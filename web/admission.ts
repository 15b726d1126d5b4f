import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away. */
export type Refusal = 'host' | 'origin' | 'token';

/** Name of the query parameter that brings the token the first time. */
export const TOKEN_PARAMETER = 'token';

/** @returns a token for one start of the server: 256 random bits */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Decides who may talk to the server. It listens on this machine only, but every web page that the user visits can send
 * requests here as well, and every other account on the machine: hence three checks.
 *
 * - `Host` must be ours: a page that points its own name at 127.0.0.1 (DNS rebinding) has another.
 * - `Origin`, where the browser sends one, must be ours: other pages' requests and WebSockets have another.
 * - The token must be there: once in the URL, from then on in a cookie that scripts and other sites do not get.
 */
export class Admission {
  readonly token: string;
  readonly port: number;

  constructor(port: number, token: string) {
    this.port = port;
    this.token = token;
  }

  /** Cookies do not tell ports apart, so the name has to. */
  get cookieName(): string {
    return `archwright-${this.port}`;
  }

  /** Value of `Set-Cookie`: for this browser until it is closed, never for scripts, never from other sites. */
  get cookie(): string {
    return `${this.cookieName}=${this.token}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** The names under which a browser on this machine reaches the server. */
  get authorities(): readonly string[] {
    return [`127.0.0.1:${this.port}`, `localhost:${this.port}`];
  }

  /** @returns why the request is turned away, `undefined` if it may pass */
  refuse(request: IncomingMessage): Refusal | undefined {
    const { host, origin, cookie } = request.headers;
    if (host === undefined || !this.authorities.includes(host)) return 'host';
    if (origin !== undefined && origin !== `http://${host}`) return 'origin';
    return same(readCookie(cookie ?? '', this.cookieName), this.token) ? undefined : 'token';
  }

  /** Whether the URL of the request brings the right token. */
  brings(url: URL): boolean {
    return same(url.searchParams.get(TOKEN_PARAMETER) ?? '', this.token);
  }
}

/** Compares in a time that says nothing about where the two differ. */
function same(given: string, wanted: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function readCookie(header: string, name: string): string {
  for (const pair of header.split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return '';
}
