import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { appProcedures } from './app.ts';
import { procedures } from './builder.ts';
import type { Host, HostOptions, Session } from './context.ts';
import { nodeFileSystem } from './disk/file-system.ts';
import { Queue } from './disk/queue.ts';
import { exportProcedures } from './export/procedures.ts';
import { fileProcedures } from './files/procedures.ts';
import { generateProcedures } from './generate/procedures.ts';
import { Journal } from './journal/journal.ts';
import { journalProcedures } from './journal/procedures.ts';
import { Recents } from './recents.ts';
import { sampleProcedures } from './samples.ts';

/** Folder of recent files and the journal: `ARCHWRIGHT_HOME`, or where the platform keeps such things. */
export function defaultDataFolder(): string {
  return process.env.ARCHWRIGHT_HOME ?? envPaths('archwright', { suffix: '' }).data;
}

/**
 * Everything that the user interface may ask of the machine.
 *
 * @returns a router that implements the contract; a shell carries it to the user interface, tests and the command line
 *   call it in process (`createRouterClient`)
 */
export function createHost(options: HostOptions) {
  const fs = options.fileSystem ?? nodeFileSystem;
  const queue = new Queue();
  const folder = options.dataFolder ?? defaultDataFolder();
  const host: Host = {
    options,
    fs,
    queue,
    home: options.home ?? homedir(),
    now: options.now ?? Date.now,
    recents: new Recents(fs, folder, queue),
    journal: new Journal(fs, join(folder, 'journal'), queue),
  };
  return procedures.router({
    app: appProcedures(host),
    files: fileProcedures(host),
    recent: {
      list: procedures.recent.list.handler(() => host.recents.list()),
      forget: procedures.recent.forget.handler(async ({ input }) => {
        await host.recents.forget(input.path);
        return {};
      }),
    },
    samples: sampleProcedures(host),
    journal: journalProcedures(host),
    generate: generateProcedures(host),
    export: exportProcedures(host),
  });
}
export type HostRouter = ReturnType<typeof createHost>;

/** @returns a session for a user interface that has just connected */
export function startSession(): Session {
  return { journals: new Set() };
}

/** Lets go of what a session held: from now on its unsaved documents count as left behind. */
export function endSession(session: Session): void {
  session.journals.clear();
}
