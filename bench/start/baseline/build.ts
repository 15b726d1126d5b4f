import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { compressed } from '../../../web/build/compressed.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the baseline page the way the product is built, compressed files included. */
export async function buildBaseline(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    logLevel: 'warn',
    plugins: [react(), compressed()],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  });
}
