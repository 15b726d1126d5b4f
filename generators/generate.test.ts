import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from './generate.ts';
import { targets } from './targets.ts';
import { anyDocument, shuffled } from './testing/arbitrary.ts';
import { documentFrom, SMALL_SHOP } from './testing/documents.ts';

const shop = documentFrom(SMALL_SHOP);

describe('generate', () => {
  it('gives every path once, sorted, inside the output folder', () => {
    const paths = generate(shop, catalog).files.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
    for (const path of paths) expect(path).toMatch(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))/);
  });

  it('generates what is asked for, with all that it needs', () => {
    const paths = generate(shop, catalog, { targets: ['compose'] }).files.map(({ path }) => path);
    expect(paths).toEqual([
      '.env.example',
      '.gitignore',
      'compose.app.yaml',
      'compose.yaml',
      'gateways/edge/nginx.conf',
      'gateways/edge/start.sh',
      'kubernetes/base/secrets.env',
      'messaging/events/definitions.conf',
      'messaging/events/definitions.json',
      'messaging/events/start.sh',
      'monitoring/metrics/prometheus.yml',
      'monitoring/metrics/rules.yml',
    ]);
    expect(generate(shop, catalog, { targets: [] }).files).toEqual([]);
  });

  it('refuses a target or a layout that does not exist', () => {
    expect(() => generate(shop, catalog, { targets: ['nomad'] })).toThrow(
      /^There is no target "nomad"; there are compose, /,
    );
    expect(() => generate(shop, catalog, { layout: 'nomad' })).toThrow(RangeError);
  });

  it('has targets that say what they are', () => {
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    for (const { id, title, description } of targets) {
      expect(id).toMatch(/^[a-z]+$/);
      expect(title).not.toBe('');
      expect(description).toMatch(/\.$/);
    }
  });

  it('gives the same bytes whatever the order of the document', () => {
    const orders = fc.constantFrom<(keys: string[]) => string[]>(
      (keys) => keys.toReversed(),
      (keys) => keys.toSorted(),
      (keys) => [...keys.slice(1), ...keys.slice(0, 1)],
    );
    fc.assert(
      fc.property(anyDocument, orders, (document, order) => {
        const other = generate(shuffled(document, order), catalog).files;
        const files = generate(document, catalog).files;
        expect(other.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
        for (const [index, { content }] of files.entries()) expect(other[index]?.content).toBe(content);
      }),
      { numRuns: 60 },
    );
  });
});
