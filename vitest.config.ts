import { defineConfig } from 'vitest/config';

/** Unit, property and in-process tests: no server, no rig. What needs those has vitest.live.config.ts. */
export default defineConfig({
  test: {
    include: [
      '{model,catalog,generators,host,cli,web,electron,renderer,scripts}/**/*.test.{ts,tsx}',
      'tests/{checkers,electron,project,regeneration}/**/*.test.ts',
    ],
    // GitHub's parser imports JSON in a way that only bundlers understand.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
