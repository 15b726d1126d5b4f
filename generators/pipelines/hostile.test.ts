import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { ArchDocument } from '#model';
import { anyDocument } from '../testing/arbitrary.ts';
import { documentFrom, filesOf } from '../testing/documents.ts';
import { githubProblems } from './testing/github.ts';

/** Folders that the document's format lets people build from; and names that are words of GitLab's syntax. */
const existing = fc
  .tuple(
    fc.constantFrom(
      'default',
      'include',
      'stages',
      'variables',
      'workflow',
      'image',
      'services',
      'pages',
      'system',
    ),
    fc.stringMatching(/^[\w][\w./ @-]{0,20}$/).filter((path) => !path.split('/').includes('..')),
  )
  .map(([name, build]) =>
    documentFrom(JSON.stringify({ archwright: 1, name, components: { [name]: { kind: 'service', build } } })),
  );

const layoutOf = (document: ArchDocument) => Object.keys(document.layouts)[0];
const pipelinesOf = (document: ArchDocument) => [...filesOf(document, ['pipelines'], layoutOf(document))];

describe('whatever people write', () => {
  it('leaves pipelines that their readers accept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyDocument, existing), async (document) => {
        for (const [path, { content }] of pipelinesOf(document)) {
          expect(path).toMatch(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./-]+$/);
          if (path.endsWith('.sh')) expect(spawnSync('sh', ['-n'], { input: content }).status).toBe(0);
          else
            for (const part of parseAllDocuments(content, { version: '1.1' }))
              expect(part.errors).toEqual([]);
          if (path.includes('/workflows/')) expect(await githubProblems(path, content)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never gets into a pipeline: the same system without free text has the very same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(pipelinesOf(withoutText(document))).toEqual(pipelinesOf(document));
      }),
      { numRuns: 60 },
    );
  });
});

/** A document without descriptions, notes and values of variables. */
function withoutText(document: ArchDocument): ArchDocument {
  const { description: _, components, connections, ...rest } = document;
  return {
    ...rest,
    components: Object.fromEntries(
      Object.entries(components).map(([name, component]) => {
        const { description: __, ...kept } = component;
        return [name, 'env' in kept ? { ...kept, env: {} } : kept];
      }),
    ) as ArchDocument['components'],
    connections: connections.map(({ description: __, ...connection }) => connection),
  };
}
