import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { anyDocument, hostileText } from '../testing/arbitrary.ts';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import { structurizr } from './structurizr.ts';

interface Line {
  words: string[];
  children?: Line[];
}

/**
 * Reads the DSL by the rules of its reference (https://docs.structurizr.com/dsl/basics): words between blanks, texts in
 * quotes with `\\"` for a quote, an opening brace at the end of a line, a closing one alone.
 *
 * @throws SyntaxError where they are broken
 */
function read(source: string): Line[] {
  const root: Line[] = [];
  const open = [root];
  for (const line of source.trimEnd().split('\n')) {
    if (/\\$|^\s*(\/\/|#|\/\*)|\$\{[\w.-]+\}/.test(line))
      throw new SyntaxError(`means something else: ${line}`);
    if (line.trim() === '}') {
      if (open.length === 1) throw new SyntaxError('a brace too many');
      open.pop();
      continue;
    }
    const words = wordsOf(line.trim());
    const children = words.at(-1) === '{' ? [] : undefined;
    open.at(-1)?.push({ words: children ? words.slice(0, -1) : words, ...(children && { children }) });
    if (children) open.push(children);
  }
  if (open.length !== 1) throw new SyntaxError('a brace too few');
  return root;
}

function wordsOf(line: string): string[] {
  const word = /"((?:[^"\\]|\\")*)"(?= |$)|([^\s"]+)(?= |$)/y;
  const words: string[] = [];
  for (let index = 0; index < line.length; index = word.lastIndex + 1) {
    word.lastIndex = index;
    const match = word.exec(line);
    if (match === null) throw new SyntaxError(`cannot read ${line.slice(index)}`);
    words.push(match[2] ?? (match[1] ?? '').replaceAll('\\"', '"'));
  }
  return words;
}

const flat = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => [line, ...flat(line.children ?? [])]);
const shop = documentFrom(SMALL_SHOP);
const workspace = read(structurizr(shop, catalog));
const lines = flat(workspace).map(({ words }) => words.join(' '));

/** What the language demands beyond its grammar: everything is named once, and before it is used. */
function checkReferences(all: readonly Line[]): void {
  const known = new Set<string>();
  const names = new Set<string>();
  const relationships = new Set<string>();
  for (const { words } of flat(all)) {
    const [first = '', second, third = '', name = ''] = words;
    if (second === '=') {
      expect(first).toMatch(/^\w[a-zA-Z0-9_-]*$/);
      expect(known).not.toContain(first.toLowerCase());
      known.add(first.toLowerCase());
      const scope = third === 'container' ? 'container' : 'system';
      expect(names).not.toContain(`${scope} ${name}`);
      names.add(`${scope} ${name}`);
    } else if (second === '->') {
      expect(known).toContain(first);
      expect(known).toContain(third);
      const relationship = `${first} ${third} ${name}`;
      expect(relationships).not.toContain(relationship);
      relationships.add(relationship);
    } else if (first === 'containerInstance') expect(known).toContain(second);
  }
}

describe('Structurizr DSL', () => {
  it('has a model and its views, in that order', () => {
    expect(workspace.map(({ words }) => words)).toEqual([['workspace', 'shop', 'Sells things.']]);
    expect(workspace[0]?.children?.map(({ words }) => words)).toEqual([['model'], ['views']]);
  });

  it('tells people and other systems from the containers of this one, in their contexts', () => {
    expect(lines).toContain('c_browser = person browser  client');
    expect(lines).toContain('c_bank = softwareSystem bank  external');
    expect(lines).toContain('system = softwareSystem shop Sells things.');
    const group = flat(workspace).find(({ words }) => words.join(' ') === 'group ordering');
    expect(group?.children?.map(({ words }) => words[0])).toEqual(['c_orders', 'c_orders_db']);
    expect(lines).toContain('c_orders_db = container orders-db  PostgreSQL database');
  });

  it('draws every arrow, dashed where nobody waits', () => {
    expect(lines).toContain('c_orders -> c_payments rest rest');
    expect(lines).toContain('c_orders -> c_events order-placed messaging Asynchronous');
    expect(lines).toContain('relationship Asynchronous');
  });

  it('deploys every layout: units, their replicas and what runs in them', () => {
    const monolith = flat(workspace).find(
      ({ words }) => words.join(' ') === 'deploymentEnvironment monolith',
    );
    const unit = monolith?.children?.find(({ words }) => words[1] === 'shop');
    expect(unit?.words.at(-1)).toBe('2..6');
    expect(unit?.children?.map(({ words }) => words.join(' '))).toEqual([
      'containerInstance c_orders',
      'containerInstance c_payments',
    ]);
    expect(lines).toContain('deployment system monolith deployment-monolith');
    expect(monolith?.children?.some(({ words }) => words[1] === 'metrics')).toBe(false);
  });

  it('names and refers to everything as the language demands', () => {
    checkReferences(workspace);
  });

  it('keeps to its grammar whatever people write', () => {
    fc.assert(
      fc.property(anyDocument, (document) => checkReferences(read(structurizr(document, catalog)))),
      { numRuns: 60 },
    );
  });

  it('shows every text as it was written, but for line breaks, backslashes and variables', () => {
    fc.assert(
      fc.property(hostileText, (description) => {
        const [line] = read(structurizr({ ...shop, description }, catalog));
        const shown = (line?.words[2] ?? '').replaceAll('\u2060', '').replaceAll('\u29f5', '\\');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
        const written = description.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
        expect(shown).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(
            new TextEncoder().encode(written.replaceAll('\u2060', '')),
          ),
        );
      }),
    );
  });
});
