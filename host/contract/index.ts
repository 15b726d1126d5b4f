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

/** A place in which a person and the generator changed the same lines in different ways. */
const mergeConflict = z.object({
  /** First line of the place in the person's file, from 1. */
  line: z.number(),
  /** Lines last generated, lines that stand there, lines newly generated. */
  base: z.array(z.string()),
  mine: z.array(z.string()),
  theirs: z.array(z.string()),
});

/**
 * What a person wants done with a file or a folder: `restore` brings back what they deleted or moved; `new` takes the
 * generated text and puts theirs aside as `PATH.mine`; `mine` keeps theirs and lays nothing beside it.
 */
export const choice = z.enum(['restore', 'new', 'mine']);
export type Choice = z.infer<typeof choice>;

/** What happens to a file, and why. */
const fileOutcome = z.object({
  path: z.string(),
  /**
   * `create`: not there yet; `update`: untouched since generated, is replaced; `same`: nothing to do;
   * `merge`: edited by hand, takes in what is new; `edited`: edited by hand, and nothing is new; `conflict`: edited by
   * hand and not to be merged, is kept; `foreign`: not ours, is kept; `keep`: written once, belongs to the user;
   * `deleted`: deleted by hand, stays so; `remove`: no longer generated and untouched; `orphan`: no longer generated,
   * edited by hand, is kept.
   */
  action: z.enum([
    'create',
    'update',
    'same',
    'merge',
    'edited',
    'conflict',
    'foreign',
    'keep',
    'deleted',
    'remove',
    'orphan',
  ]),
  owner: z.enum(['tool', 'user']),
  /** Where the file stands; absent: at `path`. Somebody moved it, and there it is kept up to date. */
  place: z.string().optional(),
  /** Where the new text is laid because the file is kept. */
  beside: z.string().optional(),
  /** Where the person's text is put aside because they chose the new one. */
  backup: z.string().optional(),
  /** Why the file is not merged, in words. */
  reason: z.string().optional(),
  choice: choice.optional(),
});
export type FileOutcome = z.infer<typeof fileOutcome>;

export const plannedFile = fileOutcome.extend({
  /** The generated text; of a file that is no longer generated, what stands there. */
  content: z.string(),
  /** Text on disk now; `null` where there is none (or where it is no text). */
  current: z.string().nullable(),
  /** Text that the file gets, where that is neither `content` nor `current`. */
  result: z.string().optional(),
  /** Of an edited file: the text last generated; `null` where it is not known. */
  base: z.string().nullable().optional(),
  conflicts: z.array(mergeConflict).optional(),
});
export type PlannedFileState = z.infer<typeof plannedFile>;

/** What a document can be exported as. */
export const EXPORT_FORMATS = ['svg', 'png', 'mermaid', 'structurizr', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const generateInput = z.object({
  text: documentText,
  layout: z.string().max(63).optional(),
  targets: z.array(z.string().max(63)).max(100).optional(),
  /** By path of a file or folder, relative to the output folder; `.` is all of it. */
  choices: z.record(z.string().min(1).max(4096), choice).optional(),
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
        /** Files created, replaced or merged. */
        written: z.number(),
        /** Files that differ from the new text, or are no longer generated, and were left as they are. */
        kept: z.array(z.string()),
        removed: z.array(z.string()),
        /** What a person should know of: everything that concerns their own changes. */
        notable: z.array(fileOutcome),
      }),
    ),
  },
  export: {
    /** Writes the drawing, or the document in another format, into a file; over another one only with `force`. */
    write: procedure
      .input(
        z.object({
          text: documentText,
          format: z.enum(EXPORT_FORMATS),
          /** Colours of a picture; light by default. */
          theme: z.enum(['light', 'dark']).optional(),
          path: filePath,
          force: z.boolean().optional(),
        }),
      )
      .output(z.object({ path: filePath })),
  },
};
export type Contract = typeof contract;
