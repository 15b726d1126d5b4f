import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { PNG_ASSETS } from './host/node/export/png.ts';

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** What is bundled in which run. */
const inputs: Record<string, Record<string, string>> = {
  main: { main: inProject('electron/main.ts') },
  preload: { preload: inProject('electron/preload.ts') },
};
const platform = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const require = createRequire(import.meta.url);

/** Lays files that the main process reads at run time beside the bundle: see host/node/export/assets.ts. */
function assets(): Plugin {
  return {
    name: 'archwright-assets',
    generateBundle() {
      for (const specifier of PNG_ASSETS)
        this.emitFile({
          type: 'asset',
          fileName: `assets/${basename(specifier)}`,
          source: readFileSync(require.resolve(specifier)),
        });
    },
  };
}

/**
 * Bundles main process and preload script into dist/electron, packages included: the packaged application carries no
 * node_modules. `--mode preload` builds the preload script, which has to be one CommonJS file because it runs sandboxed.
 */
export default defineConfig(({ mode }) => ({
  root: inProject('.'),
  publicDir: false,
  plugins: mode === 'main' ? [assets()] : [],
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
