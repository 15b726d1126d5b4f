import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';

function codes(gateway: string): string[] {
  const text = `archwright: 1\nname: s\ncomponents:\n  edge: { kind: gateway, engine: kong, routes: { /a: a }, ${gateway} }\n  a: { kind: service }\n`;
  const parsed = parse(text, catalog.vocabulary);
  expect(parsed.problems).toEqual([]);
  return lint(parsed.document, catalog.vocabulary, parsed.locate).map(({ code }) => code);
}

describe('rules of Kong', () => {
  it('want a rate limit', () => {
    expect(codes('auth: none')).toContain('lint/kong-rate-limit');
    expect(codes('rate-limit: 10/s')).not.toContain('lint/kong-rate-limit');
  });

  it('want consumers to be asked for their credentials', () => {
    expect(codes('rate-limit: 10/s, auth: none, consumers: [web]')).toContain('lint/kong-idle-consumers');
    expect(codes('rate-limit: 10/s, auth: key, consumers: [web]')).not.toContain('lint/kong-idle-consumers');
  });

  it('know its releases', () => {
    expect(codes('rate-limit: 10/s, version: 2.0')).toContain('lint/unknown-version');
    expect(codes('rate-limit: 10/s, version: 3.9.1')).not.toContain('lint/unknown-version');
  });
});
