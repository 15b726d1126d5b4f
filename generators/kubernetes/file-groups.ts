import type { PlannedContainer, PlannedFile } from '#catalog';

/**
 * Bytes of configuration in one ConfigMap. An object may have 1 MiB (https://kubernetes.io/docs/concepts/configuration/configmap/),
 * but `kubectl apply` writes it a second time into an annotation, and those together may have 256 KiB.
 */
const MAX_BYTES = 200 * 1024;

/**
 * A unit's files, put together so that each group fits into one ConfigMap. Their order stays; a file that is larger
 * than that is alone.
 */
export function fileGroups({ files }: Pick<PlannedContainer, 'files'>): PlannedFile[][] {
  const groups: PlannedFile[][] = [];
  let room = 0;
  for (const file of files) {
    const bytes = bytesOf(file.content);
    const group = groups.at(-1);
    if (group === undefined || bytes > room) {
      groups.push([file]);
      room = MAX_BYTES - bytes;
    } else {
      group.push(file);
      room -= bytes;
    }
  }
  return groups;
}

/** At most so many bytes of UTF-8, without a platform's encoder: generators are pure. */
function bytesOf(text: string): number {
  const further = text.replace(/[ -~\n\r\t]+/g, '').length;
  return text.length + 2 * further;
}
