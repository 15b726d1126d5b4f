import { HostFailure } from '../disk/failure.ts';

/** Characters that Windows or a shell would give a meaning, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"|?*\\]/;
/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Nearly every path; recognised at once, because trees hold many. */
const PLAIN = /^(?:[\w.-]{0,99}[\w-]\/){0,20}[\w.-]{0,99}[\w-]$/;

/** @returns what is wrong with the relative path of a generated file, `undefined` for a sound one */
export function pathFlaw(path: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32' && PLAIN.test(path)) return undefined;
  if (path === '' || path.startsWith('/')) return 'is not relative to the output folder';
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return 'could leave the output folder';
    if (FORBIDDEN.test(segment) || /[. ]$/.test(segment))
      return 'holds characters that not every system allows';
    if (Buffer.byteLength(segment) > 255) return 'has a name of more than 255 bytes';
    if (platform === 'win32' && DEVICE.test(segment)) return 'has a name that Windows keeps for devices';
  }
  return undefined;
}

/**
 * Checks that a tree can be written on any system.
 *
 * @throws HostFailure naming the file: a path that leaves the folder, or two that are one where case does not count
 */
export function checkPaths(paths: readonly string[], platform: NodeJS.Platform = process.platform): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const flaw = pathFlaw(path, platform);
    if (flaw)
      throw refusal(
        path,
        `The generated file ${JSON.stringify(path)} ${flaw}, so nothing was written. Rename the component.`,
      );
    const folded = (PLAIN.test(path) ? path : path.normalize('NFC')).toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) {
      throw refusal(
        path,
        `The generated files ${other} and ${path} differ in case only, so nothing was written. Rename one of the components.`,
      );
    }
    seen.set(folded, path);
  }
}

function refusal(path: string, message: string) {
  return new HostFailure('OUTSIDE', message, { code: 'EINVAL', path });
}
