import { run } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** What a command line answered. */
export interface Answer {
  exit: number;
  /** Standard output. */
  out: string;
  /** Standard error, without colours. */
  notes: string;
}

/**
 * Runs a command line in process.
 *
 * @param cwd folder that relative paths start from
 * @param input standard input
 */
export async function runInMemory(
  cwd: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<Answer> {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    out: (line) => void out.push(line),
    note: (line) => void notes.push(line),
    paint: (_style, text) => text,
    read: async () => Buffer.from(input),
    cwd,
  };
  const exit = await run(['node', 'archwright', ...args], terminal);
  return { exit, out: out.join('\n'), notes: notes.join('\n') };
}
