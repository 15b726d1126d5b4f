import { dump } from 'js-yaml';

/**
 * A value as YAML: no anchors, no folded lines, and every string quoted that any YAML version or Go parser would take
 * for something else.
 *
 * @param value plain data; members that are `undefined` are left out
 * @param header lines of fixed text above it, without `#`
 */
export function toYaml(value: unknown, header: readonly string[] = []): string {
  const comment = header.map((line) => `# ${line}\n`).join('');
  return comment + dump(value, { lineWidth: -1, noRefs: true, skipInvalid: true });
}
