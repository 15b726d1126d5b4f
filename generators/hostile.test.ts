import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { deployableCatalog as catalog } from '#catalog/deployable';
import type { ArchDocument } from '#model';
import { kongSchema } from '../catalog/kong/testing/schema.ts';
import { parseNginx } from '../catalog/nginx/testing/parse.ts';
import type { ComposeFile } from './compose/types.ts';
import { exportDiagram } from './diagrams/index.ts';
import type { V1Deployment, V1EnvVar, V1StatefulSet } from './kubernetes/models.ts';
import { anyDocument } from './testing/arbitrary.ts';
import { filesOf, objectsIn } from './testing/documents.ts';
import { expandKubernetes, interpolateCompose, parseXml } from './testing/readers.ts';

const TARGETS = ['compose', 'kubernetes', 'gateways', 'discovery', 'monitoring', 'docs'];
const layoutOf = (document: ArchDocument) => Object.keys(document.layouts)[0];

/** Variables that people wrote, by component. */
function writtenVariables(document: ArchDocument) {
  return Object.entries(document.components).flatMap(([name, component]) =>
    component.kind === 'service'
      ? Object.entries(component.env ?? {}).map(([key, value]) => ({ name, key, value }))
      : [],
  );
}

describe('whatever people write', () => {
  it('stays inside the files that it lands in, by the judgement of their readers', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const [path, { content }] of filesOf(document, TARGETS, layoutOf(document))) {
          expect(path).toMatch(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./-]+$/);
          if (/\.ya?ml$/.test(path))
            for (const part of parseAllDocuments(content, { version: '1.1' }))
              expect(part.errors).toEqual([]);
          if (path.endsWith('nginx.conf'))
            expect(parseNginx(content).map(({ name }) => name)).toEqual([
              'worker_processes',
              'error_log',
              'pid',
              'events',
              'http',
            ]);
          if (path.endsWith('kong.yml')) expect(kongSchema.safeParse(load(content)).error).toBeUndefined();
          if (path.endsWith('consul.json')) expect(JSON.parse(content)).toMatchObject({ server: true });
          if (path.endsWith('.env')) expect(content).toMatch(/^(#[^\n]*\n|[A-Z][A-Z0-9_]*=\n)+$/);
          if (path.endsWith('.md'))
            expect(withoutDiagrams(content)).not.toMatch(/(?<!\\)<(?!http:\/\/localhost)/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the container in Compose as it was written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { services } = load(
          filesOf(document, ['compose']).get('compose.app.yaml')?.content ?? '',
        ) as ComposeFile;
        for (const { name, key, value } of writtenVariables(document)) {
          expect(interpolateCompose(services[name]?.environment?.[key] ?? '', {})).toBe(value);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the container in Kubernetes as it was written', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const files = filesOf(document, ['kubernetes']);
        const deployments = objectsIn<V1Deployment>(
          files.get('kubernetes/base/deployments.yaml')?.content ?? '',
        );
        const variables = new Map(
          deployments.map((one) => [one?.metadata?.name, one?.spec?.template.spec?.containers[0]?.env]),
        );
        for (const { name, key, value } of writtenVariables(document)) {
          expect(expandKubernetes(variables.get(name) ?? []).get(key)).toBe(value);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts secrets into connection strings when the container starts, and only there', () => {
    const document = fc.sample(anyDocument, { numRuns: 200, seed: 7 });
    for (const files of document.map((one) => filesOf(one, ['compose', 'kubernetes']))) {
      const { services } = load(files.get('compose.app.yaml')?.content ?? '') as ComposeFile;
      const workloads = ['deployments', 'stateful-sets'].flatMap((family) => {
        const content = files.get(`kubernetes/base/${family}.yaml`)?.content;
        return content === undefined ? [] : objectsIn<V1Deployment | V1StatefulSet>(content);
      });
      for (const workload of workloads) {
        const [container] = workload.spec?.template.spec?.containers ?? [];
        const secret = ({ valueFrom }: V1EnvVar) => `<${valueFrom?.secretKeyRef?.key}>`;
        const inKubernetes = expandKubernetes(container?.env ?? [], secret);
        const name = container?.name ?? '';
        for (const [key, value] of Object.entries(services[name]?.environment ?? {})) {
          expect(
            interpolateCompose(value, new Proxy({}, { get: (_, secretKey) => `<${String(secretKey)}>` })),
          ).toBe(inKubernetes.get(key));
        }
      }
    }
  });

  it('is drawn as text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const names = parseXml(exportDiagram(document, catalog, 'svg'));
        expect(
          [...names].filter(
            (name) => !['svg', 'title', 'defs', 'marker', 'rect', 'g', 'text', 'path'].includes(name),
          ),
        ).toEqual([]);
        for (const line of exportDiagram(document, catalog, 'mermaid').trimEnd().split('\n').slice(1)) {
          expect(line).toMatch(
            /^ {2}( {2})?(c_[_a-z0-9]+\S+"[^"\n]*"\S{1,2}|subgraph context_[_a-z0-9]+\["[^"]*"\]|end|c_[_a-z0-9]+ -\.?->\|"[^"]*"\| c_[_a-z0-9]+)$/,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Markdown without its Mermaid diagrams: their language has tags of its own. */
function withoutDiagrams(markdown: string): string {
  return markdown.replace(/^```mermaid\n[\s\S]*?\n```$/gm, '');
}
