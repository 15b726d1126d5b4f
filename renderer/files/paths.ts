/** What a document's file is called by: `orders.arch.yaml`. */
export const DOCUMENT_SUFFIX = '.arch.yaml';

/** Last part of a path, of either system's kind. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).pop() || path;
}

/** A file's name without the suffix of documents. */
export function titleOfFile(path: string): string {
  return fileNameOf(path).replace(/\.arch\.ya?ml$/i, '');
}

/** Folder of a path, of either system's kind. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end > 0 ? path.slice(0, end) : path.slice(0, end + 1);
}

/** A name put into a folder, with the separator that the folder uses. */
export function joinPath(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** A file name as typed, with the suffix of documents. */
export function withSuffix(name: string): string {
  const trimmed = name.trim();
  return /\.arch\.ya?ml$/i.test(trimmed) ? trimmed : `${trimmed.replace(/\.ya?ml$/i, '')}${DOCUMENT_SUFFIX}`;
}

/** Why a name cannot be a file's, in words; `undefined` if it can. */
export function nameProblem(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'Type a name.';
  if (/[\\/\0]/.test(trimmed)) return 'A name cannot hold a slash. Choose the folder in the list.';
  if (trimmed.length > 200) return 'The name is too long: at most 200 characters.';
  return undefined;
}

/** The folders on the way to a path, the root first, each with its own path. */
export function crumbsOf(path: string): { name: string; path: string }[] {
  const separator = path.includes('\\') ? '\\' : '/';
  const parts = path.split(separator);
  const crumbs = parts.map((name, index) => ({
    name,
    path: parts.slice(0, index + 1).join(separator) || separator,
  }));
  if (crumbs[0]?.name === '') crumbs[0] = { name: 'root', path: separator };
  return crumbs.filter(({ name }) => name !== '');
}
