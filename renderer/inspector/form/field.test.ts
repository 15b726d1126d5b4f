import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { componentSchema } from '#model';
import { fieldsOf, sectionsOf } from './field.ts';

const fields = (kind: Parameters<typeof componentSchema>[0], engine?: string) =>
  fieldsOf(componentSchema(kind, engine, catalog.vocabulary));

describe('fieldsOf', () => {
  it('takes titles, widgets and sections from the schema', () => {
    const context = fields('service').find(({ title }) => title === 'Context');
    expect(context).toMatchObject({ path: ['context'], widget: 'context', section: 'General' });
    const port = fields('service').find(({ title }) => title === 'Port');
    expect(port).toMatchObject({ widget: 'integer', default: 8080 });
  });

  it('leaves out what the component is', () => {
    expect(fields('database', 'postgres').map(({ path }) => path[0])).not.toContain('kind');
    expect(fields('database', 'postgres').map(({ path }) => path[0])).not.toContain('engine');
  });

  it('groups nested fields, with their paths', () => {
    const scale = fields('service').find(({ path }) => path[0] === 'scale');
    expect(scale?.widget).toBe('group');
    expect(scale?.fields?.map(({ path }) => path.join('.'))).toEqual([
      'scale.min',
      'scale.max',
      'scale.cpu-target',
    ]);
    expect(scale?.fields?.[2]).toMatchObject({ widget: 'percentage', section: 'Scale' });
  });

  it('knows an editor for every field of every entry', () => {
    for (const { kind, engine } of catalog.entries) {
      const unknown = fields(kind, engine).filter(({ widget }) => widget === 'yaml');
      expect(unknown.map(({ title }) => `${kind} ${engine}: ${title}`)).toEqual([]);
    }
  });
});

describe('sectionsOf', () => {
  it('puts the general section first and holds every field once', () => {
    const all = fields('service');
    const sections = sectionsOf(all);
    expect(sections[0]?.title).toBe('General');
    expect(sections.flatMap((section) => section.fields)).toHaveLength(all.length);
  });
});
