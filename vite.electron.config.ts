import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** What is bundled in which run. */
const inputs: Record<string, Record<string, string>> = {
  main: { main: inProject('electron/main.ts') },
  preload: { preload: inProject('electron/preload.ts') },
};
const platform = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/**
 * Bundles main process and preload script into dist/electron, packages included: the packaged application carries no
 * node_modules. `--mode preload` builds the preload script, which has to be one CommonJS file because it runs sandboxed.
 */
export default defineConfig(({ mode }) => ({
  root: inProject('.'),
  publicDir: false,
  ssr: { noExternal: true, external: platform },
  build: {
    ssr: true,
    target: 'node24',
    outDir: inProject('dist/electron'),
    emptyOutDir: mode !== 'preload',
    minify: false,
    rolldownOptions: {
      input: inputs[mode],
      external: platform,
      output:
        mode === 'preload'
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
}));
