import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';

function codes(components: string): string[] {
  const parsed = parse(`archwright: 1\nname: s\ncomponents:\n  ${components}\n`, catalog.vocabulary);
  expect(parsed.problems).toEqual([]);
  return lint(parsed.document, catalog.vocabulary, parsed.locate).map(({ code }) => code);
}

describe('rules of discovery', () => {
  it.each(['consul', 'eureka'])('want somebody to register with %s', (engine) => {
    const registry = `registry: { kind: discovery, engine: ${engine} }`;
    expect(codes(`${registry}\n  a: { kind: service, image: "a:1" }`)).toContain(
      `lint/${engine}-without-services`,
    );
    expect(codes(`${registry}\n  a: { kind: service }`)).not.toContain(`lint/${engine}-without-services`);
  });

  it('want one way to find services', () => {
    const names = 'names: { kind: discovery, engine: kubernetes }';
    expect(codes(`${names}\n  registry: { kind: discovery, engine: consul }`)).toContain(
      'lint/kubernetes-beside-registry',
    );
    expect(codes(names)).not.toContain('lint/kubernetes-beside-registry');
  });

  it('know the releases', () => {
    expect(
      codes('registry: { kind: discovery, engine: consul, version: 0.9 }\n  a: { kind: service }'),
    ).toContain('lint/unknown-version');
    expect(
      codes('registry: { kind: discovery, engine: eureka, version: 4.3.2 }\n  a: { kind: service }'),
    ).not.toContain('lint/unknown-version');
  });
});
