import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * The one contract between the user interface and the machine: Electron carries it over a MessagePort, the web shell over
 * a WebSocket, tests and the command line call it in process. Input and output are checked on both sides.
 */

/** Largest document that is opened, in bytes. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

const filePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((value) => !value.includes('\0'), 'a path without NUL');
const documentText = z.string().max(MAX_DOCUMENT_BYTES);

/** State of a file on disk: changes whenever its content does. `null`: there is no such file. */
export const fileVersion = z.string().max(200).nullable();

export const openedFile = z.object({
  path: filePath,
  name: z.string(),
  text: documentText,
  version: fileVersion,
  readOnly: z.boolean(),
});
export type OpenedFile = z.infer<typeof openedFile>;

export const directoryEntry = z.object({
  name: z.string(),
  path: filePath,
  type: z.enum(['directory', 'document']),
  modified: z.number().describe('milliseconds since the epoch'),
});

export const journalEntry = z.object({
  /** One per open document and window. */
  id: z.string().regex(/^[a-z0-9-]{8,64}$/),
  path: filePath.nullable(),
  name: z.string().max(200),
  text: documentText,
  /** Version of the file that the text started from. */
  baseVersion: fileVersion,
  /** Milliseconds since the epoch; set by the host. */
  savedAt: z.number(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

export const plannedFile = z.object({
  path: z.string(),
  content: z.string(),
  /** Text on disk now; `null` where there is none (or where it is no text). */
  current: z.string().nullable(),
  /**
   * `create`: not there yet; `update`: untouched since generated, will be replaced; `same`: nothing to do;
   * `edited`: changed by hand, kept, the new text is laid beside it as `PATH.new`; `foreign`: not ours, kept likewise;
   * `keep`: belongs to the user; `remove`: no longer generated and untouched.
   */
  action: z.enum(['create', 'update', 'same', 'edited', 'foreign', 'keep', 'remove']),
  owner: z.enum(['tool', 'user']),
});
export type PlannedFileState = z.infer<typeof plannedFile>;

const generateInput = z.object({
  text: documentText,
  layout: z.string().max(63).optional(),
  targets: z.array(z.string().max(63)).max(100).optional(),
});

/** A problem as the model reports it; see `model/problem.ts`. Its fixes stay with the caller, who has the document. */
export const reportedProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  line: z.number(),
  column: z.number(),
  expected: z.string().optional(),
  hint: z.string().optional(),
});

/** Failures that every procedure may answer with; `message` says what to do about it. */
const errors = {
  /** The outside world failed: no such file, no permission, disk full ... `data.code` is the system's code, e.g. `ENOSPC`. */
  OUTSIDE: { data: z.object({ code: z.string(), path: z.string().optional() }) },
  /** The file is not what was expected: too large, binary, no document. */
  UNREADABLE: { data: z.object({ path: z.string() }) },
  /** The file changed on disk since it was read; `version` and `text` are what stands there now. */
  CHANGED_ON_DISK: { data: z.object({ path: z.string(), version: fileVersion, text: z.string() }) },
  /** The document has errors. */
  INVALID: { data: z.object({ problems: z.array(reportedProblem) }) },
};

const procedure = oc.errors(errors);

export const contract = {
  app: {
    info: procedure.output(
      z.object({
        version: z.string(),
        shell: z.enum(['electron', 'web', 'test']),
        platform: z.string(),
        home: z.string(),
        /** Native open and save dialogs exist. */
        nativeDialogs: z.boolean(),
        /** File named on the command line, to open at start. */
        openPath: z.string().nullable(),
      }),
    ),
  },
  files: {
    read: procedure.input(z.object({ path: filePath })).output(openedFile),
    /** Writes atomically (temporary file, fsync, rename). Without `force`, refuses where the file is not at `expectedVersion`. */
    write: procedure
      .input(
        z.object({
          path: filePath,
          text: documentText,
          expectedVersion: fileVersion.optional(),
          force: z.boolean().optional(),
        }),
      )
      .output(z.object({ path: filePath, version: fileVersion })),
    /** Folders and `*.arch.yaml` files of a folder; the home folder by default. `documents: false`: folders only. */
    list: procedure
      .input(z.object({ path: filePath.optional(), documents: z.boolean().optional() }))
      .output(z.object({ path: filePath, parent: filePath.nullable(), entries: z.array(directoryEntry) })),
    createFolder: procedure.input(z.object({ path: filePath })).output(z.object({ path: filePath })),
    /** Native dialogs; only where `nativeDialogs`. `null`: cancelled. */
    pick: procedure
      .input(
        z.object({ purpose: z.enum(['open', 'save', 'folder']), suggested: z.string().max(4096).optional() }),
      )
      .output(z.object({ path: filePath }).nullable()),
    /** Says when the file's version becomes another than the last one seen here. */
    watch: procedure
      .input(z.object({ path: filePath }))
      .output(eventIterator(z.object({ version: fileVersion }))),
  },
  recent: {
    list: procedure.output(
      z.array(z.object({ path: filePath, name: z.string(), openedAt: z.number(), exists: z.boolean() })),
    ),
    forget: procedure.input(z.object({ path: filePath })).output(z.object({})),
  },
  samples: {
    list: procedure.output(
      z.array(z.object({ id: z.string(), title: z.string(), description: z.string(), text: documentText })),
    ),
  },
  journal: {
    /** Keeps the text of an unsaved document; returns once it is on disk. */
    write: procedure.input(journalEntry.omit({ savedAt: true })).output(z.object({ savedAt: z.number() })),
    /** What earlier windows left unsaved. */
    list: procedure.output(z.array(journalEntry)),
    discard: procedure.input(z.object({ id: journalEntry.shape.id })).output(z.object({})),
  },
  generate: {
    /** Everything that would be written, against what is in the folder; writes nothing. Without `out`, all is `create`. */
    preview: procedure
      .input(generateInput.extend({ out: filePath.optional() }))
      .output(
        z.object({ layout: z.string(), files: z.array(plannedFile), warnings: z.array(reportedProblem) }),
      ),
    /** Writes the tree: all or nothing. */
    write: procedure.input(generateInput.extend({ out: filePath })).output(
      z.object({
        out: filePath,
        written: z.number(),
        kept: z.array(z.string()),
        removed: z.array(z.string()),
      }),
    ),
  },
};
export type Contract = typeof contract;
