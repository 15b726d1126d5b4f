import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadAll } from 'js-yaml';
import { deployableCatalog } from '#catalog/deployable';
import { type GeneratedTree, generate } from '#generators';
import type { ArchDocument } from '#model';

export interface ClusterObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string };
  /** Of an Ingress. */
  spec?: { tls?: { secretName: string }[] };
}

/** What Helm looks after itself (the namespace), or draws at random (the Secret). */
const APART = ['Namespace', 'Secret'];

/** Objects of a Kustomize base by kind and name, in the namespace that Kustomize puts them into. */
export function baseObjects({ files, plan }: GeneratedTree): Map<string, ClusterObject> {
  const manifests = files.filter(({ path }) => /^kubernetes\/base\/(?!kustomization).*\.yaml$/.test(path));
  const objects = manifests.flatMap(({ content }) => loadAll(content) as ClusterObject[]);
  return byName(
    objects.map((object) => ({ ...object, metadata: { ...object.metadata, namespace: plan.system } })),
  );
}

/** The same of what Helm prints. */
export function chartObjects(rendered: string): Map<string, ClusterObject> {
  return byName(objectsIn(rendered));
}

function byName(objects: readonly ClusterObject[]): Map<string, ClusterObject> {
  return new Map(
    objects
      .filter(({ kind }) => !APART.includes(kind))
      .map((object) => [`${object.kind}/${object.metadata.name}`, object]),
  );
}

/**
 * What the strict checker knows of manifests: not the Gateway API, whose objects are held to their own schemas; and with the
 * certificates that others bring.
 *
 * @param rendered YAML documents
 */
export function knownToChecker(rendered: string): string {
  const known = rendered.split(/^---$/m).filter((text) => !/^apiVersion: gateway\./m.test(text));
  const certificates = objectsIn(rendered).flatMap(({ spec, metadata: { namespace } }) =>
    (spec?.tls ?? []).map(({ secretName }) => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: secretName, namespace },
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': '', 'tls.key': '' },
    })),
  );
  // Texts stay as they are: the checker reads them as kubectl does.
  return [...known, ...certificates.map((object) => `\n${JSON.stringify(object)}\n`)].join('---');
}

function objectsIn(text: string): ClusterObject[] {
  return (loadAll(text) as (ClusterObject | null)[]).filter((object) => object !== null);
}

/** Writes what is generated for clusters from a document into a folder of its own. */
export function writeCluster(document: ArchDocument) {
  const tree = generate(document, deployableCatalog, { targets: ['kubernetes', 'helm'] });
  const folder = mkdtempSync(join(tmpdir(), 'archwright-cluster-'));
  for (const { path, content } of tree.files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return { tree, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
