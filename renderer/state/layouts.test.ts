import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { layoutsOf } from '#generators';
import { parse } from '#model';
import { layoutNames } from './layouts.ts';

describe('layoutNames', () => {
  it('says the same as the generators', () => {
    for (const layouts of ['{}', '{ monolith: {}, two: {} }', '{ monolith: {}, microservices: {} }']) {
      const { document } = parse(
        `archwright: 1\nname: shop\ncomponents: {}\nlayouts: ${layouts}\n`,
        catalog.vocabulary,
      );
      expect(layoutNames(document)).toEqual(layoutsOf(document));
    }
  });
});
