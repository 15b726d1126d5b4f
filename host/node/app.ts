import { procedures } from './builder.ts';
import type { Host } from './context.ts';

/** Implements `app.*`. */
export function appProcedures({ options, home }: Host) {
  return {
    info: procedures.app.info.handler(() => ({
      version: options.version,
      shell: options.shell,
      platform: process.platform,
      home,
      nativeDialogs: options.pick !== undefined,
      openPath: options.openPath?.() ?? null,
    })),
  };
}
