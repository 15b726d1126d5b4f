import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { edgesOf, engineOf } from '#model';
import { judgements } from './judgements.ts';
import { sampleDocument, writeTree } from './tree.ts';

const document = sampleDocument('everything.arch.yaml');

describe.each(['microservices', 'by-name', 'by-context'])(
  'what is generated from the sample of everything (%s)',
  (layout) => {
    judgements(writeTree(document, layout), {
      nginx: ['app-gateway', 'studio-gateway'],
      prometheus: 'metrics',
    });
  },
);

describe('the sample of everything', () => {
  it('uses every engine but those that stand for what is there already, and every protocol', () => {
    const used = new Set(
      Object.values(document.components).map(
        (component) => engineOf(component, catalog.vocabulary) ?? component.kind,
      ),
    );
    const missing = catalog.entries
      .map(({ engine, kind }) => engine ?? kind)
      .filter((name) => !used.has(name));
    // One layout has one registry; these two have samples of their own in the tests of discovery.
    expect(missing).toEqual(['kubernetes', 'eureka']);
    const spoken = new Set(edgesOf(document, catalog.vocabulary).map(({ protocol }) => protocol));
    const accepted = new Set(catalog.entries.flatMap(({ accepts }) => accepts));
    expect([...accepted].filter((protocol) => !spoken.has(protocol))).toEqual([]);
  });
});
