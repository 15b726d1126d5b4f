import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createHost } from '#host';
import { builtPage } from './page-built.ts';
import { startWebServer, type WebServer } from './server.ts';

/** Port that is tried first. */
export const DEFAULT_PORT = 4870;

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export interface WebShellOptions {
  port?: number;
  /** Token to ask for, for scripts that drive the page; by default a new one each time. */
  token?: string;
  /** Document to open at the start. */
  openPath?: string | null;
  /** From the sources, with hot reloading, instead of from the build. */
  development?: boolean;
}

/** Starts the web shell from the project's folder. */
export async function startWebShell(options: WebShellOptions = {}): Promise<WebServer> {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };
  const router = createHost({
    shell: 'web',
    version,
    samplesFolder: inProject('samples'),
    openPath: () => options.openPath ?? null,
  });
  return startWebServer({
    router,
    port: options.port ?? DEFAULT_PORT,
    token: options.token,
    development: options.development,
    page: options.development
      ? async (server, nonce) => (await import('./page-development.ts')).developmentPage(server, nonce)
      : () => builtPage(inProject('dist/renderer')),
  });
}
