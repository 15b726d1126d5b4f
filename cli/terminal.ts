import { writeSync } from 'node:fs';
import { styleText } from 'node:util';
import { EXIT } from './exit.ts';

/** Where a command's words go: results to `out`, messages to `note`. Handed in, so that tests can read them. */
export interface Terminal {
  /** One line of the result. */
  out(line: string): void;
  /** One line of a message. */
  note(line: string): void;
  /** Colours a part of a message, where messages are shown in colour. */
  paint(style: 'red' | 'yellow' | 'blue' | 'dim' | 'bold', text: string): string;
  /** Standard input; cut off where it is larger than any document. */
  read(): Promise<Uint8Array>;
  /** Folder that relative paths start from. */
  cwd: string;
}

/** The terminal that the process was started from. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leave);
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    paint: (style, text) => styleText(style, text, { stream: process.stderr }),
    read: readInput,
    cwd: process.cwd(),
  };
}

/**
 * Ends the program where its words cannot be said. Whoever reads them may have heard enough (`archwright ... | head`):
 * that is no failure. A full disk behind `> file` is one.
 */
function leave(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  // At once, and past the stream that may be the one that failed.
  try {
    writeSync(process.stderr.fd, `error Cannot write the output: ${error.message}. Send it elsewhere.\n`);
  } catch {
    // Nobody can be told; the exit code is left.
  }
  process.exit(EXIT.outside);
}

async function readInput(): Promise<Uint8Array> {
  const { MAX_DOCUMENT_BYTES } = await import('#host/contract');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    // Enough to be refused as too large; an endless input would fill the memory.
    if (size > MAX_DOCUMENT_BYTES) break;
  }
  return Buffer.concat(chunks);
}

/**
 * Makes text from a document fit for a terminal: control characters, which could move the cursor or change its title,
 * become visible.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
