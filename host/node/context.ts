import type { FileSystem } from './disk/file-system.ts';
import type { Queue } from './disk/queue.ts';
import type { Journal } from './journal/journal.ts';
import type { Recents } from './recents.ts';

/** Purpose of a native dialog. */
export type PickPurpose = 'open' | 'save' | 'folder';

/** What a shell tells the host about itself. */
export interface HostOptions {
  shell: 'electron' | 'web' | 'test';
  /** Archwright's own version. */
  version: string;
  /** Folder of `*.arch.yaml` samples. */
  samplesFolder: string;
  /** Folder for recent files and the journal; by default the platform's, or `ARCHWRIGHT_HOME`. */
  dataFolder?: string;
  /** The user's home, where file listing starts; by default the platform's. */
  home?: string;
  /** File named at the start, to be opened by the user interface. */
  openPath?: () => string | null;
  /** Native dialogs, where the shell has any. */
  pick?: (purpose: PickPurpose, suggested: string | undefined) => Promise<string | null>;
  /** By default the machine's. */
  fileSystem?: FileSystem;
  /** Milliseconds since the epoch; by default the machine's clock. */
  now?: () => number;
}

/** What the procedures share. */
export interface Host {
  options: HostOptions;
  fs: FileSystem;
  home: string;
  now: () => number;
  queue: Queue;
  recents: Recents;
  journal: Journal;
}

/** One user interface that is connected: a window, a browser tab, a test. */
export interface Session {
  /** Journal entries that the session writes; others do not get to see them while it lives. */
  journals: Set<string>;
}

/** What a shell hands in with every call. */
export interface CallContext {
  session?: Session;
}
