import type { Edit } from '../edit/edit.ts';
import type { Path } from '../problem.ts';
import type { Finding } from '../source/finding.ts';

/**
 * Moves a finding below a path: its own path and those of its fixes.
 *
 * @param finding what is wrong with a part
 * @param prefix path of the part
 */
export function prefixFinding(finding: Finding, prefix: Path): Finding {
  const path = [...prefix, ...finding.path];
  if (finding.fixes === undefined) return { ...finding, path };
  const fixes = finding.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => prefixEdit(edit, prefix)),
  }));
  return { ...finding, path, fixes };
}

function prefixEdit(edit: Edit, prefix: Path): Edit {
  return edit.type === 'set' || edit.type === 'rename-key'
    ? { ...edit, path: [...prefix, ...edit.path] }
    : edit;
}
