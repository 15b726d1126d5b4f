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
  return byName((loadAll(rendered) as (ClusterObject | null)[]).filter((object) => object !== null));
}

function byName(objects: readonly ClusterObject[]): Map<string, ClusterObject> {
  return new Map(
    objects
      .filter(({ kind }) => !APART.includes(kind))
      .map((object) => [`${object.kind}/${object.metadata.name}`, object]),
  );
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
