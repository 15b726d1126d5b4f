import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './web/build/compressed.ts';

const root = fileURLToPath(new URL('renderer/', import.meta.url));
const project = fileURLToPath(new URL('.', import.meta.url));

/** The user interface: served by the web shell and by Electron's `app://` protocol alike. */
export default defineConfig({
  root,
  base: '/',
  // One cache per server: two development servers at once would pull each other's packages away.
  cacheDir: fileURLToPath(new URL(`.cache/vite-${process.env.PORT ?? 'build'}/`, import.meta.url)),
  plugins: [react(), compressed()],
  server: { fs: { allow: [project] } },
  // monaco-yaml's worker knows Monaco by the paths it had before it declared exports.
  resolve: { alias: [{ find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: 'monaco-editor/$1' }] },
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer/', import.meta.url)),
    emptyOutDir: true,
    // Both shells run current Chromium or a current browser.
    target: 'es2023',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // A data: URL would need a wider content security policy than a file of its own.
    assetsInlineLimit: 0,
    // Monaco and elkjs are chunks of their own, loaded when first needed; the size budget is tested, not guessed at here.
    chunkSizeWarningLimit: 8_000,
    manifest: true,
  },
});
