import * as brands from 'simple-icons';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Component, parse } from '#model';
import { deployableCatalog as catalog } from './deployable.ts';
import { testContext } from './testing/context.ts';

const BRANDS = new Map(Object.values(brands).map(({ slug, path }) => [slug, path]));

/** What a form shows of a field: `optional()` wraps the schema that carries it. */
const metaOf = (field: z.ZodType) =>
  (field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field).meta();

describe.each(catalog.entries.map((entry) => [entry.title, entry] as const))('%s', (_, entry) => {
  const component = { kind: entry.kind, engine: entry.engine, ...entry.initial } as Component;

  it('is put into a document that stays valid', () => {
    const text = JSON.stringify({ archwright: 1, name: 'shop', components: { [entry.baseName]: component } });
    expect(parse(text, catalog.vocabulary).problems).toEqual([]);
  });

  it('says what it is, in words that a form can show', () => {
    expect(entry.summary).toMatch(/^\w.{20,150}\.$/);
    expect(entry.keywords.length).toBeGreaterThan(2);
    expect(entry.subtitle(component)).not.toBe('');
    for (const [name, field] of Object.entries(entry.fields)) {
      expect(metaOf(field), name).toMatchObject({
        title: expect.any(String),
        description: expect.any(String),
        section: expect.any(String),
      });
    }
  });

  it('has a drawing whose source is named', () => {
    expect(entry.icon.path).toMatch(/^[Mm][\d\s.,\-a-zA-Z]+$/);
    expect(entry.icon.source).toMatch(/^(Simple Icons \(CC0-1\.0\)|Tabler Icons \(MIT\)): [\w-]+$/);
    const [, slug = ''] = entry.icon.source.split(': ');
    if (entry.icon.paint === 'fill') expect(entry.icon.path).toBe(BRANDS.get(slug));
  });

  it('runs without privileges, in bounds, and tells whether it is well', () => {
    const container = catalog.deploymentOf(component)?.plan?.(component, testContext('it'));
    if (container === undefined)
      return expect(['client', 'external', 'kubernetes']).toContain(entry.engine ?? entry.kind);
    expect(container.user.uid).toBeGreaterThan(0);
    expect(container.healthCommand.length).toBeGreaterThan(0);
    expect(container.startupSeconds).toBeGreaterThan(0);
    expect(container.stopSeconds).toBeGreaterThan(0);
    if (container.schedule === undefined)
      expect(container.ports.map(({ port }) => port)).toContain(entry.port?.(component));
    for (const { name } of container.ports) expect(name).toMatch(/^[a-z]{1,15}$/);
    if ('reference' in container.image) expect(container.image.reference).toMatch(/:(v|RELEASE\.)?\d/);
    const writable = [
      ...container.scratch.map(({ path }) => path),
      ...container.volumes.map(({ mountPath }) => mountPath),
    ];
    if (container.readOnlyRoot) expect(writable).toContain('/tmp');
    expect(new Set(writable).size).toBe(writable.length);
  });
});
