import { defineConfig } from 'vitest/config';

/** Tests over real servers, the Docker engine and the cluster: one file at a time, with room for builds. */
export default defineConfig({
  test: {
    include: ['tests/{live,docker,cluster}/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 1_200_000,
  },
});
