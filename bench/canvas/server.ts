import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const project = fileURLToPath(new URL('../../', import.meta.url));
const root = fileURLToPath(new URL('page/', import.meta.url));

/**
 * Builds both pages as they would be shipped, and serves them.
 *
 * @param port where on 127.0.0.1; 0 for any
 * @returns the address, and what stops the server
 */
export async function servePages(port: number): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = `${project}.cache/bench-canvas/`;
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: { input: [`${root}archwright.html`, `${root}plain.html`] },
    },
  });
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    root,
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: port !== 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The server of the benchmark pages has no address.');
  return { url, close: () => server.close() };
}
