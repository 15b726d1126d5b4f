import { describe, expect, it } from 'vitest';
import { projectFiles, textOf } from './tracked-files.ts';

const files = projectFiles();
const samples = files.filter((path) => /^samples\/[\w-]+\.arch\.yaml$/.test(path));
const tests = files
  .filter((path) => /\.(test|e2e)\.tsx?$/.test(path) || /^tests\/.*\.ts$/.test(path))
  .filter((path) => path !== 'tests/project/samples.test.ts');

describe('samples', () => {
  it('are each used by a test', () => {
    expect(samples).toContain('samples/shop.arch.yaml');
    const text = tests.map(textOf).join('\n');
    expect(samples.filter((path) => !text.includes(path.slice('samples/'.length)))).toEqual([]);
  });

  it('are documents and nothing else', () => {
    expect(files.filter((path) => path.startsWith('samples/') && !samples.includes(path))).toEqual([]);
  });
});
