import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../testing/arbitrary.ts';
import { documentFrom, filesOf, SMALL_SHOP } from '../testing/documents.ts';
import { markdownText } from './markdown.ts';

describe('README', () => {
  const readme = (layout?: string) =>
    filesOf(documentFrom(SMALL_SHOP), ['docs'], layout).get('README.md')?.content ?? '';

  it('says how to run what was generated', () => {
    for (const part of [
      'docker compose up --build --wait',
      'kubectl apply -k kubernetes/overlays/prod',
      'helm upgrade --install shop helm --namespace shop --create-namespace',
      'npm test',
      '--profile monitoring',
      '<http://localhost:8080>',
    ]) {
      expect(readme()).toContain(part);
    }
  });

  it('lists units and what they hold, and secrets', () => {
    expect(readme()).toContain('| `orders` | service | `orders` | 2 to 6 |');
    expect(readme('monolith')).toContain('| `shop` | service | `orders`, `payments` | 2 to 6 |');
    expect(readme()).toContain('| `ORDERS_DB_PASSWORD` |');
  });

  it('says how to load it, and what its pipelines need', () => {
    expect(readme()).toContain('k6 run loadtest/browser.js');
    expect(readme()).toContain('| `SECRETS_ENV` |');
    expect(readme()).toContain('[docs/architecture.md](docs/architecture.md)');
  });

  it('leaves out what the system does not have', () => {
    const lone =
      filesOf(documentFrom('archwright: 1\nname: s\ncomponents: { a: { kind: cache } }\n'), ['docs']).get(
        'README.md',
      )?.content ?? '';
    expect(lone).not.toContain('npm test');
    expect(lone).not.toContain('--profile');
    expect(lone).not.toContain('k6 run');
    expect(lone).not.toContain('localhost');
  });
});

describe('text in Markdown', () => {
  it.each([
    ['two\nlines', 'two lines'],
    ['a <b>b</b> | c', 'a \\<b\\>b\\</b\\> \\| c'],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['plain, as it is: (yes) 100%.', 'plain, as it is: (yes) 100%.'],
  ])('%j shows as it is', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it('never holds a mark that is not escaped', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(markdownText(text).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`*_{}[\]<>#|~&\n\r]/);
      }),
    );
  });
});
