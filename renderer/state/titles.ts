import type { Edit } from '#model';

/**
 * Names an edit for the undo command, e.g. `move orders`.
 *
 * @returns a phrase in the imperative, lower case
 */
export function titleOf(edit: Edit): string {
  switch (edit.type) {
    case 'add-component':
      return `add ${edit.name}`;
    case 'remove-component':
      return `delete ${edit.name}`;
    case 'rename-component':
      return `rename ${edit.from} to ${edit.to}`;
    case 'set':
      return `change ${described(edit.path)}`;
    case 'rename-key':
      return `rename ${described(edit.path)}`;
    case 'connect':
      return `connect ${edit.connection.from} to ${edit.connection.to}`;
    case 'disconnect':
      return `disconnect ${edit.from} from ${edit.to}`;
    case 'move':
      return `move ${countedNames(Object.keys(edit.positions))}`;
    case 'text':
      return 'typing';
    case 'batch':
      return edit.title;
  }
}

/** `orders`, or `3 components`. */
export const countedNames = (names: readonly string[]): string =>
  names.length === 1 ? String(names[0]) : `${names.length} components`;

function described(path: readonly (string | number)[]): string {
  const [top, name, ...rest] = path;
  if (top !== 'components' || name === undefined) return path.join('.');
  return rest.length > 0 ? `${rest.join('.')} of ${name}` : String(name);
}
