import type { PlannedFileState } from '#host/contract';
import type { TreeNode } from '../tree/rows.ts';

/** A row of the tree of files: a file, or a folder. */
export type FileItem = { type: 'folder' } | { type: 'file'; file: PlannedFileState };

interface Folder {
  folders: Map<string, Folder>;
  files: PlannedFileState[];
}

/** Generated files as a tree: folders before files, each by name. A folder's id ends in a slash, a file's is its path. */
export function fileTreeOf(files: readonly PlannedFileState[]): TreeNode<FileItem>[] {
  const root: Folder = { folders: new Map(), files: [] };
  for (const file of files) {
    let folder = root;
    for (const name of file.path.split('/').slice(0, -1)) {
      const inner = folder.folders.get(name) ?? { folders: new Map(), files: [] };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.files.push(file);
  }
  return nodesOf(root, '');
}

function nodesOf({ folders, files }: Folder, above: string): TreeNode<FileItem>[] {
  const byName = (a: { label: string }, b: { label: string }) =>
    a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
  const inner = [...folders].map(([name, folder]): TreeNode<FileItem> => {
    const id = `${above}${name}/`;
    return { id, label: name, data: { type: 'folder' }, children: nodesOf(folder, id) };
  });
  const leaves = files.map(
    (file): TreeNode<FileItem> => ({
      id: file.path,
      label: file.path.slice(above.length),
      data: { type: 'file', file },
    }),
  );
  return [...inner.sort(byName), ...leaves.sort(byName)];
}
