import { type FSWatcher, unwatchFile, watch, watchFile } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readVersion } from '../disk/document-file.ts';
import type { FileSystem } from '../disk/file-system.ts';

/** Milliseconds of quiet before the file is looked at: editors replace a file in several steps. */
const QUIET = 60;
/** Milliseconds between looks where the system has no watcher to spare. */
const POLL = 1_000;

/**
 * Follows a file.
 *
 * @param signal ends it
 * @returns the file's version now, then each other one that it comes to have; `null` while there is no file
 */
export async function* watchVersion(
  fs: FileSystem,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<string | null> {
  const bell = new Bell();
  const stop = listen(path, () => bell.ring());
  const end = () => bell.ring();
  signal.addEventListener('abort', end);
  try {
    let seen: string | null | undefined;
    while (!signal.aborted) {
      const version = await readVersion(fs, path).catch(() => seen ?? null);
      if (version !== seen) yield version;
      seen = version;
      await bell.rung();
    }
  } finally {
    signal.removeEventListener('abort', end);
    stop();
  }
}

/** Rings once, however often it is struck before someone listens; a stroke while nobody listens is kept. */
class Bell {
  #struck = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#struck = true;
    this.#wake?.();
  }

  async rung(): Promise<void> {
    if (!this.#struck) {
      await new Promise<void>((done) => {
        this.#wake = done;
      });
    }
    this.#struck = false;
  }
}

/**
 * Calls back after anything happened to a file. The folder is watched, not the file: an atomic replacement gives the
 * name to another file, which a watcher of the old one would never hear of.
 */
function listen(path: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET);
  };
  let stopPolling: (() => void) | undefined;
  const startPolling = () => {
    stopPolling ??= poll(path, changed);
    soon();
  };
  const watcher = watchFolder(path, soon, startPolling);
  if (!watcher) startPolling();
  return () => {
    clearTimeout(timer);
    watcher?.close();
    stopPolling?.();
  };
}

function watchFolder(path: string, changed: () => void, failed: () => void): FSWatcher | undefined {
  try {
    const name = basename(path);
    const watcher = watch(dirname(path), { persistent: false }, (_event, changedName) => {
      if (changedName === null || changedName === name) changed();
      // The folder itself was moved or deleted: its watcher will not hear of what comes in its place.
      if (changedName === basename(dirname(path))) failed();
    });
    watcher.on('error', failed);
    return watcher;
  } catch {
    return undefined;
  }
}

function poll(path: string, changed: () => void): () => void {
  watchFile(path, { interval: POLL, persistent: false }, changed);
  return () => unwatchFile(path, changed);
}
