import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PORT, startWebShell } from './start.ts';

/**
 * The web shell as a program: `node web/main.ts [--port N] [--no-browser] [FILE]`. `PORT` and `ARCHWRIGHT_TOKEN` serve
 * scripts that drive the page. Ends in good order on SIGINT, SIGTERM and SIGHUP.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { port: { type: 'string' }, browser: { type: 'boolean', default: true } },
    allowNegative: true,
    allowPositionals: true,
  });
  const wanted = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
  const [file] = positionals;
  const server = await startWebShell({
    port: wanted,
    token: process.env.ARCHWRIGHT_TOKEN,
    openPath: file === undefined ? null : resolve(file),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  if (wanted !== 0 && server.port !== wanted)
    process.stderr.write(`Port ${wanted} is taken; using ${server.port}.\n`);
  process.stdout.write(`Archwright runs at ${server.url}\nStop it with Ctrl+C.\n`);
  if (values.browser) await openBrowser(server.url);
}

/** Where there is no browser to be started the printed address has to do. */
async function openBrowser(url: string): Promise<void> {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return;
  const { default: open } = await import('open');
  const browser = await open(url).catch(() => undefined);
  browser?.on('error', () => undefined);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `Archwright could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 3;
});
