import type { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { errnoOf } from './errno.ts';
import { type FileSystem, ifExists } from './file-system.ts';

/**
 * Reads one of the host's own files. Damage is no failure: a file that cannot be understood is laid aside as
 * `PATH.damaged` (so that nothing is lost) and counts as absent.
 */
export async function readJson<T>(
  fs: FileSystem,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await ifExists(fs.readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(tryJson(text));
  if (parsed.success) return parsed.data;
  await layAside(fs, path);
  return undefined;
}

/** Writes one of the host's own files, readable by its owner only; makes the folder where it is missing. */
export async function writeJson(fs: FileSystem, path: string, folder: string, value: unknown): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  await writeAtomically(fs, path, `${JSON.stringify(value)}\n`, { mode: 0o600 });
}

async function layAside(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.rename(path, `${path}.damaged`);
  } catch (error) {
    // Another window was quicker, or the folder is read-only; either way the entry counts as absent.
    if (errnoOf(error) === undefined) throw error;
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
