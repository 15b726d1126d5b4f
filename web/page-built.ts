import type { ServePage } from './server.ts';
import { serveFile } from './static.ts';

/** The user interface as it was built into `folder`. */
export async function builtPage(folder: string): Promise<{ serve: ServePage; close(): Promise<void> }> {
  return {
    serve: (request, response, pathname) => serveFile(folder, pathname, request, response),
    close: async () => undefined,
  };
}
