import { startWebShell } from '../web/start.ts';

/**
 * Development: the web shell from its sources with hot reloading.
 * `PORT` chooses the port, `ARCHWRIGHT_TOKEN` fixes the token for scripts that drive the page.
 */
const server = await startWebShell({
  port: Number(process.env.PORT ?? 4140),
  token: process.env.ARCHWRIGHT_TOKEN,
  development: true,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}

process.stdout.write(`Archwright, from its sources: ${server.url}\n`);
